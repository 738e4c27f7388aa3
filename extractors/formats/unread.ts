import { namesInZip, opensAsZip, packageOf } from './zip.ts';

/** Formats that are known but not read, by how their bytes open (Latin-1). */
const SIGNATURES: readonly (readonly [opening: string, what: string])[] = [
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'a document of older Word, Excel or WPS (OLE)'],
  ['{\\rtf', 'an RTF document'],
  ['\x1f\x8b', 'packed by gzip'],
  ['Rar!\x1a\x07', 'a RAR archive'],
  ['7z\xbc\xaf\x27\x1c', 'a 7z archive'],
  ['BZh', 'packed by bzip2'],
  ['\xfd7zXZ\0', 'packed by xz'],
  ['\x28\xb5\x2f\xfd', 'packed by zstd'],
  ['GIF8', 'a GIF image'],
  ['BM', 'a BMP image'],
  ['SQLite format 3\0', 'an SQLite database'],
  ['MZ', 'a program'],
  ['\x7fELF', 'a program'],
];

const SAMPLE = 1024;
/** The mark of UTF-16 comes out as U+FFFD where it is taken for UTF-8. */
const XML = /^[\uFEFF\uFFFD\s]*<(?:\?xml\b|!DOCTYPE\s+(?!html\b)|!ENTITY\b|svg\b)/iu;

/** Whether text opens as XML, which is markup to be parsed, never prose; entities in it are not resolved. */
export const opensAsXml = (bytes: Uint8Array): boolean => {
  const opening = Buffer.from(bytes.subarray(0, SAMPLE)).toString('utf8').replaceAll('\0', '');
  return XML.test(opening);
};

/** What bytes that no format reads are, as words that follow "the file is"; null where that is not known either. */
export function unreadKind(bytes: Uint8Array): string | null {
  if (opensAsZip(bytes))
    return packageOf(namesInZip(bytes)) ?? 'a ZIP archive ("ingest" reads what is in archives)';
  const opening = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  const known = SIGNATURES.find(([signature]) => opening.startsWith(signature));
  // Two letters open many a text; a picture and a program have NULs soon after.
  if (known !== undefined && (known[0].length > 2 || opening.includes('\0'))) return known[1];
  return opensAsXml(bytes) ? 'XML' : null;
}
