import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Destination } from './destination.ts';
import type { Chunks, ExportFile, ExportFormat, ExportTable, Tell } from './format.ts';

interface Written {
  readonly temporary: string;
  readonly final: string;
}

/** A name beside the final one, so that renaming stays within one file system; the process keeps two exports apart. */
const temporaryFor = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.part`);

const save = (chunks: Chunks, path: string): Promise<void> =>
  pipeline(Readable.from(chunks), createWriteStream(path, { flags: 'w' }));

/** Writes files beside their final names and renames them when all of them are whole; else nothing is left of them. */
async function saveAll(files: Iterable<ExportFile>, pathOf: (name: string) => string): Promise<void> {
  const written: Written[] = [];
  try {
    for (const { name, chunks } of files) {
      const final = pathOf(name);
      const temporary = temporaryFor(final);
      written.push({ temporary, final });
      await save(chunks, temporary);
    }
    for (const { temporary, final } of written) await rename(temporary, final);
  } catch (error) {
    await Promise.all(written.map(({ temporary }) => rm(temporary, { force: true })));
    throw error;
  }
}

async function saveFolder(files: Iterable<ExportFile>, folder: string): Promise<void> {
  const isNew = !existsSync(folder);
  await mkdir(folder, { recursive: true });
  try {
    await saveAll(files, (name) => join(folder, name));
  } catch (error) {
    if (isNew) await rmdir(folder);
    throw error;
  }
}

/**
 * Writes a table in a format to where it goes. Errors of the file system and of the rows' source are thrown; under the
 * final names there is then what was there before.
 */
export async function writeTable(
  table: ExportTable,
  format: ExportFormat,
  destination: Destination,
  tell: Tell,
): Promise<void> {
  if (format.form === 'folder') {
    if (destination.kind === 'folder') await saveFolder(format.files(table, tell), destination.path);
    return;
  }
  const chunks = format.encode(table, tell);
  if (destination.kind === 'stdout') await pipeline(Readable.from(chunks), process.stdout, { end: false });
  else await saveAll([{ name: '', chunks }], () => destination.path);
}
