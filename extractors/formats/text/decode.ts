import { analyse } from 'chardet';
import { fail, ok, type Result } from '../../../model/status.ts';
import { countBytes, opensBinary } from './sniff.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** More control characters than this share of the bytes, and they are no text. */
const MOST_CONTROL = 0.05;
/** Encodings of Chinese text that are tried when the bytes are not Unicode. */
const CHINESE: readonly string[] = ['GB18030', 'Big5'];

/** Decodes strictly; null where some bytes are not valid in the encoding. */
function strictly(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const startsWith = (bytes: Uint8Array, ...opening: readonly number[]): boolean =>
  opening.every((byte, at) => bytes[at] === byte);

const READABLE = /[\s!-~\u00a1-\u00ff\u2000-\u2fff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/gu;

/** The share of characters that Chinese reports are written with. */
const readable = (text: string): number => {
  const sample = text.slice(0, 4096);
  return sample === '' ? 0 : (sample.match(READABLE) ?? []).length / sample.length;
};

/** UTF-16 without a mark: in its text, line breaks, digits and spaces have a NUL, always on the same side. */
function markless16(bytes: Uint8Array): Decoded | null {
  const { evenNuls, oddNuls, length } = countBytes(bytes);
  const nuls = evenNuls + oddNuls;
  if (bytes.length % 2 !== 0 || nuls < 0.002 * length || nuls < 1) return null;
  const encoding = oddNuls >= 0.9 * nuls ? 'utf-16le' : evenNuls >= 0.9 * nuls ? 'utf-16be' : null;
  const decoded = encoding === null ? null : strictly(bytes, encoding);
  return decoded !== null && readable(decoded.text) > 0.9 && !decoded.text.includes('\0') ? decoded : null;
}

function marked(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return startsWith(bytes, 0xef, 0xbb, 0xbf) ? 'utf-8' : null;
}

/**
 * The text in some bytes, decoded without a single replacement. Fails with 'empty' (no bytes), 'binary' (another
 * format's opening, or control characters all over) or 'bad-encoding'.
 */
export function decodeText(bytes: Uint8Array): Result<Decoded> {
  if (bytes.length === 0) return fail('empty', 'The file is empty.');
  if (opensBinary(bytes)) return fail('binary', 'The file is not text: it opens like another format.');
  const mark = marked(bytes);
  if (mark !== null) {
    const decoded = strictly(bytes, mark);
    return decoded === null
      ? fail('bad-encoding', `The file is marked as ${mark} but holds bytes that are not.`)
      : ok(decoded);
  }
  const wide = markless16(bytes);
  if (wide !== null) return ok(wide);
  const counts = countBytes(bytes);
  if (counts.control > MOST_CONTROL * counts.length)
    return fail('binary', 'The file is not text: it is full of control characters.');
  const decoded = strictly(bytes, 'utf-8') ?? guessed(bytes);
  return decoded === null
    ? fail('bad-encoding', 'The text is neither Unicode nor a Chinese encoding that is known.')
    : ok(decoded);
}

/** The likeliest Chinese encoding in which every byte is valid and the text looks like text. */
function guessed(bytes: Uint8Array): Decoded | null {
  const names = analyse(bytes.subarray(0, 65_536)).map((match) => match.name);
  const order = [...names.filter((name) => CHINESE.includes(name)), ...CHINESE];
  for (const name of new Set(order)) {
    const decoded = strictly(bytes, name.toLowerCase());
    if (decoded !== null && readable(decoded.text) > 0.9) return decoded;
  }
  return null;
}
