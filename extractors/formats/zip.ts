/** How a ZIP opens: with an entry, or, where it holds nothing, with its end. */
const OPENINGS: readonly string[] = ['PK\x03\x04', 'PK\x05\x06'];

/** Whether bytes are a ZIP, by how they open. */
export const opensAsZip = (bytes: Uint8Array): boolean =>
  OPENINGS.includes(Buffer.from(bytes.subarray(0, 4)).toString('latin1'));

/** Names by which a document that is packed as a ZIP is known. */
const PACKAGES: readonly (readonly [name: RegExp, what: string])[] = [
  [/^word\/document\w*\.xml$/u, 'a Word document (docx)'],
  [/^xl\/workbook\.(?:xml|bin)$/u, 'an Excel workbook (xlsx)'],
  [/^ppt\/presentation\.xml$/u, 'a PowerPoint presentation (pptx)'],
  [/^OFD\.xml$/u, 'an OFD document'],
  [/^\[Content_Types\]\.xml$/u, 'an Office document'],
  [/^META-INF\/container\.xml$/u, 'an EPUB book'],
  [/^META-INF\/manifest\.xml$/u, 'an OpenDocument file'],
];

/** What a ZIP with entries of these names is where it is a document rather than an archive of files; else null. */
export function packageOf(names: readonly string[]): string | null {
  return PACKAGES.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
}

const END = 'PK\x05\x06';
const ENTRY = 0x02014b50;
const ENTRY_HEAD = 46;
const MOST_NAMES = 10_000;

/** The names in the list at the end of a ZIP, as far as it can be followed; characters beyond Latin-1 come out wrong. */
export function namesInZip(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.lastIndexOf(END, undefined, 'latin1');
  if (end < 0 || end + 20 > file.length) return [];
  const names: string[] = [];
  let at = file.readUInt32LE(end + 16);
  while (at + ENTRY_HEAD <= end && names.length < MOST_NAMES && file.readUInt32LE(at) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
    const start = at + ENTRY_HEAD;
    names.push(file.toString('latin1', start, start + (name ?? 0)));
    at = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
