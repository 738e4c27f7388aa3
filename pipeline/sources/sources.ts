import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import { opensAsZip, packageOf } from '../../extractors/formats/zip.ts';
import type { Source } from '../../model/source.ts';
import { because, fail, ok, type Reason, type Result } from '../../model/status.ts';
import { fileReason, openingOfFile } from '../identify.ts';
import type { Settled } from '../watch.ts';
import type { ArchiveLimits } from './limits.ts';
import { type Listed, listingOf } from './listing.ts';
import { passedOverPart } from './passed-over.ts';
import { archiveAt, archiveIn, type Opener, openingOf, unpack } from './unpack.ts';

/** Something in an archive that is to be read: its bytes are unpacked when they are asked for, not before. */
export interface FoundEntry {
  readonly kind: 'entry';
  /** The archive's path, `!/`, and the name inside it. */
  readonly path: string;
  readonly read: () => Promise<Result<Source>>;
  /** The archive has not been touched since it was found. */
  readonly isStill?: () => Promise<boolean>;
}

/** What there is to read, to refuse with a reason, or to pass over. */
export type FoundSource = Settled | FoundEntry;

/** What may still be unpacked of the outermost archive. */
interface Budget {
  bytes: number;
  entries: number;
}

interface Archive {
  readonly path: string;
  readonly open: Opener;
  readonly depth: number;
  /** What is to be read where it turns out to be no archive of files but a document of Office. */
  readonly asDocument: FoundSource;
}

const refused = (path: string, reason: Reason): FoundSource => ({ kind: 'refused', path, reason });

/**
 * Every report among the files that were found, one at a time: the files as they are, and in the place of each ZIP archive what
 * is in it, however deep. What a file is, is seen by its bytes.
 */
export async function* sourcesIn(
  files: AsyncIterable<Settled>,
  limits: ArchiveLimits,
): AsyncGenerator<FoundSource, void> {
  for await (const found of files) {
    if (found.kind !== 'file' || !opensAsZip(await openingOfFile(found.path))) {
      yield found;
      continue;
    }
    const { path, isStill } = found;
    const budget: Budget = { bytes: limits.totalBytes, entries: limits.entries };
    const archive = { path, open: archiveAt(path), depth: 1, asDocument: found };
    for await (const one of contents(archive, limits, budget))
      yield isStill === undefined ? one : { ...one, isStill };
  }
}

async function opened({ open }: Archive): Promise<Result<ZipFile>> {
  try {
    return ok(await open());
  } catch (error) {
    const reason = fileReason(error);
    const detail = error instanceof Error ? error.message : String(error);
    return reason.code === 'internal'
      ? fail('damaged', `the archive cannot be opened: ${detail}`)
      : { ok: false, reason };
  }
}

async function* contents(
  archive: Archive,
  limits: ArchiveLimits,
  budget: Budget,
): AsyncGenerator<FoundSource, void> {
  const zip = await opened(archive);
  if (!zip.ok) return yield refused(archive.path, zip.reason);
  try {
    const { entries, broken } = await listingOf(zip.value, limits);
    if (packageOf(entries.map(({ name }) => name)) !== null) return yield archive.asDocument;
    const seen = new Set<string>();
    for (const listed of entries) {
      const part = passedOverPart(listed.name);
      if (part !== null && seen.has(part.path)) continue;
      if (part === null) yield* entryOf(listed, zip.value, archive, limits, budget);
      else yield { kind: 'passed-over', path: inside(archive, part.path), why: part.why };
      if (part !== null) seen.add(part.path);
    }
    if (broken !== null) yield refused(archive.path, broken);
    else if (entries.length === 0)
      yield refused(archive.path, because('empty', 'the archive holds no files'));
  } finally {
    zip.value.close();
  }
}

const inside = ({ path }: Archive, name: string): string => `${path}!/${name}`;

async function* entryOf(
  { entry, name, problem }: Listed,
  zip: ZipFile,
  archive: Archive,
  limits: ArchiveLimits,
  budget: Budget,
): AsyncGenerator<FoundSource, void> {
  const path = inside(archive, name);
  const reason = problem ?? spent(entry, limits, budget);
  if (reason !== null) return yield refused(path, reason);
  const { open, depth } = archive;
  const found: FoundEntry = { kind: 'entry', path, read: () => sourceOf(open, entry, path, name) };
  if (!opensAsZip(await openingOf(zip, entry))) return yield found;
  const bytes = await unpack(open, entry);
  if (!bytes.ok) return yield refused(path, bytes.reason);
  const nested = { path, open: archiveIn(bytes.value), depth: depth + 1, asDocument: found };
  if (nested.depth <= limits.depth) return yield* contents(nested, limits, budget);
  yield refused(
    path,
    because('too-deep', `more than ${limits.depth} archives lie inside each other; no more are opened`),
  );
}

/** Takes an entry off what may still be unpacked, or says that it is too much. */
function spent({ uncompressedSize }: Entry, limits: ArchiveLimits, budget: Budget): Reason | null {
  if (budget.entries === 0 || uncompressedSize > budget.bytes) {
    const most = `${limits.entries} entries or ${limits.totalBytes} bytes`;
    return because('too-large', `the archive holds more than ${most} in all; the rest is not read`);
  }
  budget.entries -= 1;
  budget.bytes -= uncompressedSize;
  return null;
}

async function sourceOf(open: Opener, entry: Entry, path: string, name: string): Promise<Result<Source>> {
  if (entry.uncompressedSize === 0) return fail('empty', 'the file is empty');
  const unpacked = await unpack(open, entry);
  if (!unpacked.ok) return unpacked;
  const sha256 = createHash('sha256').update(unpacked.value).digest('hex');
  return ok({ name: posix.basename(name), path, sha256, bytes: unpacked.value });
}
