import type { Entry, ZipFile } from 'yauzl';
import { because, type Reason } from '../../model/status.ts';
import { entryName, nameProblem } from './entry-name.ts';
import { type ArchiveLimits, HARMLESS_BYTES } from './limits.ts';
import { overlapping } from './overlap.ts';
import { DEFLATED, STORED } from './unpack.ts';

/** An entry of an archive that is no folder, and why it is not read where it is not. */
export interface Listed {
  readonly entry: Entry;
  readonly name: string;
  readonly problem: Reason | null;
}

/** What an archive holds; `broken` says why there may be more. */
export interface Listing {
  readonly entries: readonly Listed[];
  readonly broken: Reason | null;
}

const UNIX = 3;
const FILE_TYPE = 0o170000;
const REGULAR = 0o100000;

/** Links, devices and the like as Unix packs them: whatever they lead to, it is not in the archive. */
function isSpecial({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & FILE_TYPE;
  return versionMadeBy >> 8 === UNIX && type !== 0 && type !== REGULAR;
}

function sizeProblem(entry: Entry, { entryBytes, ratio }: ArchiveLimits): Reason | null {
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (Math.max(size, packed) > entryBytes)
    return because('too-large', `the entry has ${size} bytes, more than the limit of ${entryBytes}`);
  if (size > HARMLESS_BYTES && size > ratio * packed)
    return because('bomb', `the entry is made to burst: ${packed} bytes that become ${size}`);
  return null;
}

function kindProblem(entry: Entry): Reason | null {
  const { compressionMethod: method } = entry;
  if (isSpecial(entry)) return because('not-a-file', 'the entry is a link or a device, not a file');
  if (entry.isEncrypted()) return because('encrypted', 'the entry is encrypted; unpack the archive first');
  return method === STORED || method === DEFLATED
    ? null
    : because('unknown-format', `the entry is packed by method ${method}, which is not read`);
}

/** All entries of an opened archive in their order, each judged by what the archive says of it. */
export async function listingOf(zip: ZipFile, limits: ArchiveLimits): Promise<Listing> {
  const entries: Entry[] = [];
  let broken: Reason | null = null;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= limits.entries) {
        const message = `only the first ${limits.entries} entries of the archive are read`;
        broken = because('too-large', message);
        break;
      }
      entries.push(entry);
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    broken = because('damaged', `the list of the archive breaks off: ${detail}`);
  }
  return { entries: judged(entries, limits), broken };
}

function judged(entries: readonly Entry[], limits: ArchiveLimits): readonly Listed[] {
  const within = overlapping(entries);
  const times = new Map<string, number>();
  return entries.flatMap((entry) => {
    const plain = entryName(entry);
    if (plain.endsWith('/')) return [];
    const before = times.get(plain) ?? 0;
    times.set(plain, before + 1);
    const name = before === 0 ? plain : `${plain}#${before + 1}`;
    const problem =
      nameProblem(plain, limits.nameLength) ??
      kindProblem(entry) ??
      (before === 0 ? null : because('duplicate-name', `the archive has ${plain} before`)) ??
      (within.has(entry) ? because('bomb', 'the entry lies inside the bytes of another one') : null) ??
      sizeProblem(entry, limits);
    return [{ entry, name, problem }];
  });
}
