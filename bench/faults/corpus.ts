import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Mark, makePdf, type PageDesign } from '../../fixtures/pdf/make.ts';
import { plainCells, tableMarks } from '../../fixtures/pdf/table.ts';
import { seeded, syntheticReport } from '../synthetic.ts';

/** What a folder of made documents holds. */
export interface Corpus {
  readonly files: number;
  readonly texts: number;
  readonly pdfs: number;
  readonly copies: number;
  readonly broken: number;
}

const ITEMS = ['教育支出', '农林水支出', '卫生健康支出', '住房保障支出', '节能环保支出'] as const;

/** Three pages: a sentence and a ruled table each; of one in five the first share is wrong. */
function pdfReport(number: number, random: () => number): Uint8Array {
  const text = (x: number, baseline: number, content: string): Mark => ({
    kind: 'text',
    x,
    baseline,
    size: 11,
    text: content,
  });
  const wan = (hundreds: number): string => (hundreds / 100).toFixed(2);
  const pages = [1, 2, 3].map((page): PageDesign => {
    const amounts = ITEMS.map(() => 100 + Math.floor(random() * 90_000));
    const whole = amounts.reduce((sum, amount) => sum + amount, 0);
    const share = ((amounts[0] ?? 0) / whole) * 100 + (number % 5 === 0 && page === 1 ? 4 : 0);
    const rows = [
      ['项目', '合计'],
      ...ITEMS.map((item, i) => [item, wan(amounts[i] ?? 0)]),
      ['合计', wan(whole)],
    ];
    return {
      width: 595,
      height: 842,
      marks: [
        text(180, 60, `临江县第${number}中学2024年度部门决算`),
        text(72, 90, `本年支出合计${wan(whole)}万元，其中：${ITEMS[0]}${wan(amounts[0] ?? 0)}万元，`),
        text(72, 110, `占${share.toFixed(2)}%。`),
        text(440, 140, '单位：万元'),
        ...tableMarks({
          left: 72,
          top: 150,
          widths: [200, 120],
          heights: rows.map(() => 22),
          cells: plainCells(rows),
          size: 10,
        }),
      ],
    };
  });
  return makePdf(pages, { compressed: true });
}

/** Files of which nothing, or nothing at first sight, can be made. */
function brokenFile(number: number, random: () => number): readonly [ending: string, bytes: Uint8Array] {
  switch (number % 4) {
    case 0:
      return ['pdf', pdfReport(number, random).subarray(0, 700)];
    case 1:
      return ['txt', Uint8Array.from({ length: 3000 }, () => Math.floor(random() * 256))];
    case 2:
      return ['pdf', new TextEncoder().encode(`%PDF-1.7\n${number}\n`)];
    default:
      return ['txt', new Uint8Array(0)];
  }
}

/**
 * Makes a folder of documents: a third of them PDFs, one in ten a copy of another under a name of its own (before it or
 * behind it in the order of reading), one in twenty broken. The same seed makes the same folder.
 */
export function makeCorpus(folder: string, documents: number, seed: number): Corpus {
  const random = seeded(seed);
  const counts = { files: 0, texts: 0, pdfs: 0, copies: 0, broken: 0 };
  const write = (path: string, bytes: Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    counts.files += 1;
  };
  for (let number = 0; number < documents; number += 1) {
    const name = `${number % 7}/${String(number).padStart(5, '0')}`;
    const kind = random();
    if (kind < 0.05) {
      const [ending, bytes] = brokenFile(number, random);
      write(`${name}.${ending}`, bytes);
      counts.broken += 1;
      continue;
    }
    const isPdf = kind < 0.38;
    const bytes = isPdf ? pdfReport(number, random) : new TextEncoder().encode(syntheticReport(number));
    const ending = isPdf ? 'pdf' : 'txt';
    write(`${name}.${ending}`, bytes);
    counts[isPdf ? 'pdfs' : 'texts'] += 1;
    if (kind < 0.9 || number + 1 >= documents) continue;
    // A copy counts as a document of its own.
    number += 1;
    write(`${Math.floor(random() * 9)}/copy-${number}.${ending}`, bytes);
    counts.copies += 1;
  }
  return counts;
}
