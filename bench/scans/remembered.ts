import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Document } from '../../model/document.ts';

/** A recognized document, and what it took. */
export interface Remembered {
  readonly document: Document;
  readonly cpuSeconds: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What recognition rests on, and what draws and soils the pages. */
const SOURCES = [
  'extractors/**/*.ts',
  'normalizers/number/*.ts',
  'bench/scans/{draw,dirt,images-pdf}.ts',
  'package-lock.json',
];

const hashOf = (parts: Iterable<string | Uint8Array>): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

/** The state of the sources: what was recognized by others is recognized again. */
export const sourcesHash = (): string =>
  hashOf(
    globSync(SOURCES, { cwd: ROOT })
      .filter((file) => !file.endsWith('.test.ts'))
      .toSorted()
      .map((file) => readFileSync(join(ROOT, file))),
  );

/**
 * What was recognized before, or what `work` recognizes now, kept in a folder: recognition takes seconds a page, and
 * everything behind it milliseconds.
 */
export async function remembered(
  folder: string,
  key: Iterable<string | Uint8Array>,
  work: () => Promise<Remembered>,
): Promise<Remembered> {
  const file = join(folder, `${hashOf(key)}.bin`);
  if (existsSync(file)) return deserialize(readFileSync(file));
  const done = await work();
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, serialize(done));
  return done;
}
