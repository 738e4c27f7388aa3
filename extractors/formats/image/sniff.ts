/** Image formats that are read, by how their bytes open. */
const SIGNATURES: readonly (readonly [mediaType: string, pattern: RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/u],
  ['image/jpeg', /^\xff\xd8\xff/u],
  ['image/tiff', /^(?:II\*\0|MM\0\*|II\+\0|MM\0\+)/u],
  ['image/webp', /^RIFF[\s\S]{4}WEBP/u],
];
const LONGEST = 16;

/** The media type of an image by its content, or `null` where the bytes are none that is read. */
export function imageType(bytes: Uint8Array): string | null {
  const opening = Buffer.from(bytes.subarray(0, LONGEST)).toString('latin1');
  return SIGNATURES.find(([, pattern]) => pattern.test(opening))?.[0] ?? null;
}
