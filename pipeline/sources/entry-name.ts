import { crc32 } from 'node:zlib';
import type { Entry } from 'yauzl';
import { because, type Reason } from '../../model/status.ts';

/** The extra field of Info-ZIP with the name in UTF-8 (APPNOTE 4.6.9): version, check sum of the plain name, name. */
const UNICODE_PATH = 0x7075;
const UNICODE_PATH_VERSION = 1;
const UNICODE_PATH_HEAD = 5;

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The name in the extra field, where it belongs to the plain name: a program that renames may leave the field behind. */
function unicodePath({ fileNameRaw, extraFields }: Entry): string | null {
  const data = extraFields.find(({ id }) => id === UNICODE_PATH)?.data;
  if (data === undefined || data.length <= UNICODE_PATH_HEAD || data[0] !== UNICODE_PATH_VERSION) return null;
  if (data.readUInt32LE(1) !== crc32(fileNameRaw)) return null;
  return strictly(data.subarray(UNICODE_PATH_HEAD), 'utf-8');
}

/**
 * The name of an entry with "/" between its parts. Chinese systems write names in GB18030 without saying so; bytes that are
 * valid UTF-8 are that, whatever the entry says. A backslash is looked for only in characters: it is the second byte of many.
 */
export function entryName(entry: Entry): string {
  const { fileNameRaw: raw } = entry;
  const name =
    unicodePath(entry) ?? strictly(raw, 'utf-8') ?? strictly(raw, 'gb18030') ?? raw.toString('latin1');
  return name.replaceAll('\\', '/').replace(/^(?:\.\/+)+/u, '');
}

const unsafe = (message: string): Reason => because('unsafe-name', message);

/** Why an entry of this name is not read, or null: names that would lead out of their folder are made to do harm. */
export function nameProblem(name: string, mostLength: number): Reason | null {
  if (name === '' || name.includes('\0')) return unsafe('the entry of the archive has no usable name');
  if (name.length > mostLength) return unsafe(`the name of the entry has more than ${mostLength} characters`);
  if (name.startsWith('/') || /^[A-Za-z]:/u.test(name))
    return unsafe('the name of the entry is an absolute path');
  if (name.split('/').includes('..')) return unsafe('the name of the entry leads out of the archive (..)');
  return null;
}
