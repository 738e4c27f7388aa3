/** Tags and types of the directory of a TIFF page (TIFF 6.0, sections 2 and 8). */
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RATIONAL = 5;
const ENTRY = 12;

/**
 * By how many times more pixels an inch a page of a TIFF has downwards than across: faxes have about half as many. 1 where
 * it does not say, and for bytes that are no TIFF.
 * @param index of the page, from 0
 */
export function aspectOf(bytes: Uint8Array, index: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const isTiff = view.byteLength >= 8 && view.getUint16(0, little) === (little ? 0x4949 : 0x4d4d);
  if (!isTiff || view.getUint16(2, little) !== 42) return 1;
  const directory = directoryAt(view, little, index);
  if (directory === null) return 1;
  const across = resolution(view, little, directory, X_RESOLUTION);
  const down = resolution(view, little, directory, Y_RESOLUTION);
  return across === null || down === null ? 1 : down / across;
}

function directoryAt(view: DataView, little: boolean, index: number): number | null {
  let at = view.getUint32(4, little);
  for (let page = 0; at > 0 && at + 2 <= view.byteLength; page += 1) {
    if (page === index) return at;
    const next = at + 2 + view.getUint16(at, little) * ENTRY;
    if (next + 4 > view.byteLength) return null;
    at = view.getUint32(next, little);
  }
  return null;
}

function resolution(view: DataView, little: boolean, directory: number, tag: number): number | null {
  const count = view.getUint16(directory, little);
  for (
    let entry = directory + 2, i = 0;
    i < count && entry + ENTRY <= view.byteLength;
    i += 1, entry += ENTRY
  ) {
    if (view.getUint16(entry, little) !== tag || view.getUint16(entry + 2, little) !== RATIONAL) continue;
    const at = view.getUint32(entry + 8, little);
    if (at + 8 > view.byteLength) return null;
    const value = view.getUint32(at, little) / view.getUint32(at + 4, little);
    return Number.isFinite(value) && value > 0 ? value : null;
  }
  return null;
}
