import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { constants, crc32, inflateRaw, inflateRawSync } from 'node:zlib';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '../../model/status.ts';

/** Names stay bytes, for their encoding is not what the entry says; sizes are checked here, entry by entry. */
const OPTIONS = { decodeStrings: false, validateEntrySizes: false, autoClose: false } as const;

/** Opens an archive; the same archive is opened anew for every entry that is read, so nothing stays open between. */
export type Opener = () => Promise<ZipFile>;

export const archiveAt =
  (path: string): Opener =>
  () =>
    openPromise(path, OPTIONS);

export const archiveIn =
  (bytes: Buffer): Opener =>
  () =>
    fromBufferPromise(bytes, OPTIONS);

export const STORED = 0;
export const DEFLATED = 8;

const inflated = promisify<Buffer, object, Buffer>(inflateRaw);

async function packed(zip: ZipFile, entry: Entry, end = entry.compressedSize): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry, { decodeFileData: false, start: 0, end });
  return buffer(stream);
}

const damaged = (message: string): Result<never> => fail('damaged', `the entry is damaged: ${message}`);

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The bytes of an entry, exactly as many as the archive says and with its check sum; at no time more. */
export async function unpack(open: Opener, entry: Entry): Promise<Result<Buffer>> {
  const { uncompressedSize: size } = entry;
  try {
    const zip = await open();
    try {
      const bytes = await packed(zip, entry);
      const plain =
        entry.compressionMethod === STORED || size === 0
          ? bytes
          : await inflated(bytes, { maxOutputLength: size });
      if (plain.length !== size) return damaged(`it has ${plain.length} bytes where ${size} are told`);
      if (crc32(plain) !== entry.crc32) return damaged('its check sum is another');
      return ok(plain);
    } finally {
      zip.close();
    }
  } catch (error) {
    const more = error instanceof RangeError;
    return damaged(more ? `it has more than the ${size} bytes that are told` : detailOf(error));
  }
}

const SNIFFED = 1024;

/** The first bytes of an entry, or none where they cannot be unpacked. */
export async function openingOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const bytes = await packed(zip, entry, Math.min(SNIFFED, entry.compressedSize));
    return entry.compressionMethod === STORED
      ? bytes
      : inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    // Reading it whole tells why.
    return Buffer.alloc(0);
  }
}
