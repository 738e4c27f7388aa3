/** Image formats that are read, by how their bytes open (Latin-1); a dot stands for any byte. */
const SIGNATURES: readonly (readonly [mediaType: string, opening: string])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/tiff', 'II*\0'],
  ['image/tiff', 'MM\0*'],
  ['image/webp', 'RIFF....WEBP'],
];

/** The media type of an image by its content, or `null` where the bytes are none that is read. */
export function imageType(bytes: Uint8Array): string | null {
  const opensWith = (opening: string): boolean =>
    [...opening].every((character, at) => character === '.' || bytes[at] === character.charCodeAt(0));
  return SIGNATURES.find(([, opening]) => opensWith(opening))?.[0] ?? null;
}
