import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE } from '../../fixtures/hostile/registry.ts';
import { makePdf } from '../../fixtures/pdf/make.ts';
import { BROKEN_BY_PAGES } from '../../fixtures/pdf/reports.ts';
import { makeZip } from '../../fixtures/zip/make.ts';
import { type Kind, mutated } from './mutate.ts';
import { Random } from './random.ts';

interface Base {
  readonly name: string;
  readonly kind: Kind;
  readonly bytes: Buffer;
}

const FOLDER = new URL('../../fixtures/', import.meta.url).pathname;
const LARGEST = 200_000;

const textsIn = (folder: string): readonly Base[] =>
  readdirSync(join(FOLDER, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, kind: 'text', bytes: readFileSync(join(FOLDER, folder, name)) }));

const pdf = (name: string, bytes: Uint8Array): Base => ({ name, kind: 'pdf', bytes: Buffer.from(bytes) });

function kindOf(bytes: Buffer): Kind {
  const opening = bytes.toString('latin1', 0, 8);
  if (opening.startsWith('%PDF')) return 'pdf';
  if (opening.startsWith('PK')) return 'zip';
  return /^(?:\x89PNG|II\*|\xff\xd8)/u.test(opening) ? 'image' : 'text';
}

/** What is changed: made PDFs, the fixtures' texts, archives of both, and all hostile files that are small. */
export function bases(): readonly Base[] {
  const texts = ['reports', 'text', 'batch/reports', 'link/clean'].flatMap(textsIn);
  const pdfs = [
    pdf('pages', makePdf(BROKEN_BY_PAGES)),
    pdf('packed pages', makePdf(BROKEN_BY_PAGES, { compressed: true })),
    pdf('sealed pages', makePdf(BROKEN_BY_PAGES, { encryption: { method: 'aes', password: '' } })),
  ];
  const inside = [...texts.slice(0, 3), ...pdfs].map(({ name, bytes }) => ({ name, content: bytes }));
  const archive = { name: 'archive', kind: 'zip', bytes: makeZip(inside) } as const;
  const hostile = HOSTILE.filter(({ isHeavy = false }) => !isHeavy)
    .map(({ name, make }) => ({ name, bytes: Buffer.from(make()) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length < LARGEST)
    .map(({ name, bytes }) => ({ name, kind: kindOf(bytes), bytes }));
  // The ordinary ones as often as all hostile ones together.
  const ordinary = [...texts, ...pdfs, ...pdfs, ...pdfs, archive];
  const times = Math.ceil(hostile.length / ordinary.length);
  return [...hostile, ...Array.from({ length: times }, () => ordinary).flat()];
}

const GOLDEN = 0x9e3779b9;

export interface Case {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Case `index` of a seed: the same bytes in every run. */
export function caseOf(known: readonly Base[], seed: number, index: number): Case {
  const random = new Random(Math.imul(seed, GOLDEN) + index * 7919);
  const { name, kind, bytes } = random.pick(known);
  return { name: `${kind}: ${name}`, bytes: mutated(bytes, kind, random) };
}
