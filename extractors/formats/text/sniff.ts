/** Openings of formats that are never plain text. */
const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip: docx, xlsx, ofd
  [0x50, 0x4b, 0x05, 0x06],
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x47, 0x49, 0x46, 0x38], // gif
  [0x49, 0x49, 0x2a, 0x00], // tiff
  [0x4d, 0x4d, 0x00, 0x2a],
  [0xd0, 0xcf, 0x11, 0xe0], // OLE: doc, xls, wps
  [0x1f, 0x8b], // gzip
  [0x52, 0x61, 0x72, 0x21], // rar
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
];

/** True where the bytes open like a known binary format. */
export const opensBinary = (bytes: Uint8Array): boolean =>
  MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte));

const SAMPLE = 65_536;

/** Counts over the first bytes: control characters that text does not have, and NULs at even and odd offsets. */
export interface ByteCounts {
  readonly length: number;
  readonly control: number;
  readonly evenNuls: number;
  readonly oddNuls: number;
}

export function countBytes(bytes: Uint8Array): ByteCounts {
  const length = Math.min(bytes.length, SAMPLE);
  let [control, evenNuls, oddNuls] = [0, 0, 0];
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0 && at % 2 === 0) evenNuls += 1;
    else if (byte === 0) oddNuls += 1;
    if (byte < 9 || (byte > 13 && byte < 32) || byte === 127) control += 1;
  }
  return { length, control, evenNuls, oddNuls };
}
