import { describe, expect, it } from 'vitest';
import { makePdf, type PageDesign } from '../fixtures/pdf/make.ts';
import { plainCells, tableMarks } from '../fixtures/pdf/table.ts';
import { turnedDesign } from '../fixtures/pdf/turned.ts';
import type { Layout } from '../model/layout.ts';
import { placeWithin } from '../model/layout.ts';
import { shownBox, type Turn } from '../model/turn.ts';
import { pdfFormat } from './formats/pdf/format.ts';
import { layoutDocument } from './layout.ts';

const WIDE: PageDesign = {
  width: 842,
  height: 595,
  marks: [
    { kind: 'text', x: 60, baseline: 60, size: 11, text: '某站2024年度收入80.50万元，比上年增加3.20万元。' },
    { kind: 'text', x: 300, baseline: 100, size: 14, text: '收入决算表' },
    ...tableMarks({
      left: 60,
      top: 120,
      widths: [200, 120, 120],
      heights: [24, 24, 24],
      size: 10,
      cells: plainCells([
        ['项目', '预算数', '决算数'],
        ['财政拨款收入', '77.30', '80.50'],
        ['合计', '77.30', '80.50'],
      ]),
    }),
  ],
};

async function laidOut(...pages: readonly PageDesign[]): Promise<Layout> {
  const source = { name: 'a.pdf', path: 'a.pdf', sha256: '', bytes: makePdf(pages) };
  const document = await pdfFormat.read(source, { maxLineBytes: 1, maxPages: 9 });
  if (!document.ok) throw new Error(document.reason.message);
  return layoutDocument(document.value);
}

const textsOf = ({ tables, paragraphs }: Layout) => [
  paragraphs.map(({ text }) => text),
  tables.map(({ title, cells }) => [
    title?.text,
    cells.map(({ row, column, text }) => `${row},${column} ${text}`),
  ]),
];

const boxesOf = ({ tables, paragraphs }: Layout) => [
  ...tables.flatMap(({ parts, cells }) => [...parts, ...cells.map(({ place }) => place)]),
  ...paragraphs.map((paragraph) => placeWithin(paragraph, 3, 9)),
];
const rounded = (box: readonly number[]): readonly number[] =>
  box.map((value) => Math.round(value * 10) / 10);

describe('a page whose text is turned', () => {
  it.each<Turn>([90, 180, 270])(
    'by %i degrees is read as if it were not, its places where it is shown',
    async (turn) => {
      const [upright, turned] = [await laidOut(WIDE), await laidOut(turnedDesign(WIDE, turn))];
      expect(textsOf(turned)).toEqual(textsOf(upright));
      const page = { turn, width: WIDE.width, height: WIDE.height };
      const expected = boxesOf(upright).map((place) =>
        'box' in place ? rounded(shownBox(place.box, page)) : null,
      );
      expect(boxesOf(turned).map((place) => ('box' in place ? rounded(place.box) : null))).toEqual(expected);
    },
  );
});

describe('turned text on an upright page', () => {
  const cells = [
    { row: 0, column: 0, rowSpan: 3, text: '' },
    ...plainCells([
      ['预算数', '决算数'],
      ['1.50', '2.50'],
      ['3.50', '4.50'],
    ]).map((cell) => ({ ...cell, column: cell.column + 1 })),
  ];
  const table = tableMarks({
    left: 100,
    top: 100,
    widths: [40, 90, 90],
    heights: [40, 40, 40],
    size: 10,
    cells,
  });

  it.each([
    [90, 124, 110, 110],
    [270, 116, 210, 130],
  ] as const)(
    'by %i degrees is read along its own lines, in a cell and beside it',
    async (turn, x, y, second) => {
      const label = (text: string, at: number, baseline: number) =>
        ({ kind: 'text', x: at, baseline, size: 10, text, turn }) as const;
      const marks = [
        ...table,
        label('一般公共预', x, y),
        label('算支出', second, y),
        label('附件一', 500, 300),
      ];
      const layout = await laidOut({ width: 595, height: 842, marks });
      expect(layout.tables[0]?.cells[0]).toMatchObject({ rowSpan: 3, text: '一般公共预算支出' });
      expect(layout.paragraphs.map(({ text }) => text)).toEqual(['附件一']);
    },
  );
});
