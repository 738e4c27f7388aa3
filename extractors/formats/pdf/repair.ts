import { constants, inflateSync } from 'node:zlib';

/** An object of a file as it stands there: its number and the text of its dictionary, or of what there is of it. */
interface Found {
  readonly number: number;
  readonly generation: number;
  readonly head: string;
  /** Where its stream begins, or −1. */
  readonly stream: number;
}

const OBJECT = /\b(\d{1,10})\s+(\d{1,5})\s+obj\b/g;
const LONGEST_HEAD = 4096;
/** Most bytes that are unpacked of one object stream and of all, and most objects; files with more stay broken. */
const MOST_INFLATED = 32 * 1024 * 1024;
const MOST_UNPACKED = 64 * 1024 * 1024;
const MOST_OBJECTS = 500_000;

const PAGE = /\/Type\s*\/Page(?![A-Za-z])/;
const CATALOG = /\/Type\s*\/Catalog\b/;
const ENCRYPTED = /\/Encrypt\b|\/Filter\s*\/Standard\b/;
const OBJECT_STREAM = /\/Type\s*\/ObjStm\b/;

function objectsIn(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(OBJECT)) {
    if (found.length === MOST_OBJECTS) break;
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + LONGEST_HEAD);
    const end = rest.search(/endobj|stream\r?\n/);
    const head = end < 0 ? rest : rest.slice(0, end);
    const opening = /^stream\r?\n/.exec(rest.slice(head.length))?.[0];
    found.push({
      number: Number(match[1]),
      generation: Number(match[2]),
      head,
      stream: opening === undefined ? -1 : start + head.length + opening.length,
    });
  }
  return found;
}

const integer = (head: string, name: string): number =>
  Number(new RegExp(`/${name}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(head)?.[1] ?? Number.NaN);

/** The bytes of an object stream, as far as they are there; empty where they cannot be had. */
function inflated(bytes: Uint8Array, start: number): Buffer {
  try {
    return inflateSync(bytes.subarray(start), {
      // What was cut off is no reason to lose the rest.
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: MOST_INFLATED,
    });
  } catch {
    return Buffer.alloc(0);
  }
}

/** The objects that an object stream holds (PDF 32000-1, 7.5.7), written out as objects of their own. */
function unpacked(bytes: Uint8Array, { head, stream }: Found): readonly string[] {
  const [count, first] = [integer(head, 'N'), integer(head, 'First')];
  if (stream < 0 || Number.isNaN(count) || Number.isNaN(first) || !head.includes('/FlateDecode')) return [];
  const text = inflated(bytes, stream).toString('latin1');
  const pairs = [...text.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)].slice(0, count);
  return pairs.flatMap((pair, i) => {
    const next = pairs[i + 1];
    const body = text.slice(
      first + Number(pair[2]),
      next === undefined ? undefined : first + Number(next[2]),
    );
    return body.trim() === '' ? [] : [`${pair[1]} 0 obj\n${body}\nendobj\n`];
  });
}

const reference = ({ number, generation }: Found): string => `${number} ${generation} R`;

/** The catalog whose page tree is there, or one made over the pages that are; `null` where there is no page. */
function rootOf(objects: readonly Found[]): { readonly objects: string; readonly root: string } | null {
  const numbers = new Set(objects.map(({ number }) => number));
  const catalog = objects.findLast(
    ({ head }) => CATALOG.test(head) && numbers.has(Number(/\/Pages\s+(\d+)/.exec(head)?.[1])),
  );
  if (catalog !== undefined) return { objects: '', root: reference(catalog) };
  const pages = [
    ...new Map(objects.filter(({ head }) => PAGE.test(head)).map((page) => [page.number, page])),
  ];
  if (pages.length === 0) return null;
  const free = objects.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const kids = pages.map(([, page]) => reference(page)).join(' ');
  return {
    objects:
      `${free} 0 obj\n<< /Type /Catalog /Pages ${free + 1} 0 R >>\nendobj\n` +
      `${free + 1} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>\nendobj\n`,
    root: `${free} 0 R`,
  };
}

/**
 * A PDF whose end is lost, with its packed objects written out and a new trailer: what is there can be read then.
 * `null` where nothing can be done: without pages, or encrypted, for the key went with the trailer.
 */
export function repaired(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (ENCRYPTED.test(text)) return null;
  const found = objectsIn(text);
  let packed = '';
  for (const one of found) {
    if (!OBJECT_STREAM.test(one.head)) continue;
    packed += unpacked(bytes, one).join('');
    if (packed.length > MOST_UNPACKED) return null;
  }
  const root = rootOf([...found, ...objectsIn(packed)]);
  if (root === null) return null;
  // The last object may be cut anywhere.
  const end = `\nendstream\nendobj\n${packed}${root.objects}trailer\n<< /Root ${root.root} >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(end, 'latin1')]);
}
