import { describe, expect, it } from 'vitest';
import type { Audit, Finding } from '../../model/audit.ts';
import { DEFAULT_CONFIG } from '../../model/config.ts';
import type { Document, GlyphPage } from '../../model/document.ts';
import type { Cell, Layout } from '../../model/layout.ts';
import { packed } from '../../model/packed.ts';
import type { Box } from '../../model/place.ts';
import { examine } from '../process.ts';
import { expectGolden } from './golden.ts';
import { LAYERS, type Layer } from './layers.ts';
import { pictureOf } from './picture.ts';

const SOURCE = { name: '绩效 <a> & "b".pdf', sha256: '0'.repeat(64), mediaType: 'application/pdf', pages: 2 };
const NO_AUDIT: Audit = {
  statements: [],
  findings: [],
  coverage: {
    statements: { exact: 0, rounding: 0, improbable: 0, inconsistent: 0, unchecked: 0 },
    statedTotals: { checked: 0, of: 0 },
  },
};

const PAGE: GlyphPage = {
  kind: 'glyphs',
  number: 1,
  width: 200,
  height: 120,
  glyphs: [
    { text: '合', x0: 22, y0: 21, x1: 32, y1: 31, baseline: 30, size: 10, font: 'f' },
    { text: '<', x0: 72, y0: 21, x1: 77, y1: 31, baseline: 30, size: 10, font: 'f' },
    { text: '\u0007', x0: 77, y0: 21, x1: 82, y1: 31, baseline: 30, size: 10, font: 'f' },
  ],
  rulings: [
    { x0: 20, y0: 20, x1: 120, y1: 20, width: 0.5 },
    { x0: 20, y0: 40, x1: 120, y1: 40, width: 0.5 },
    { x0: 20, y0: 20, x1: 20, y1: 40, width: 1 },
    { x0: 70, y0: 20, x1: 70, y1: 40, width: 0.5 },
    { x0: 120, y0: 20, x1: 120, y1: 40, width: 0.5 },
    { x0: 20, y0: 20, x1: 120, y1: 20, width: 0 },
  ],
  images: [{ box: [130, 20, 180, 60] }],
};

const cell = (row: number, column: number, text: string, box: Box, page = 1): Cell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  text,
  place: { page, box },
});
const HERE = [cell(0, 0, '合', [20, 20, 70, 40]), cell(0, 1, '<', [70, 20, 120, 40])];
const LAYOUT: Layout = {
  source: SOURCE,
  status: 'ok',
  reasons: [],
  tables: [
    {
      id: 't1',
      title: null,
      caption: null,
      unitLines: [],
      headerRows: 0,
      rows: 2,
      columns: 2,
      cells: HERE,
      parts: [
        { page: 1, box: [20, 20, 120, 40], cells: HERE },
        {
          page: 2,
          box: [20, 20, 120, 40],
          cells: HERE.map(({ row, column, text }) => cell(row, column, text, [20, 20, 70, 40], 2)),
        },
      ],
    },
  ],
  paragraphs: [
    {
      text: '甲乙',
      segments: [{ start: 0, length: 2, page: 1, top: 80, bottom: 92, edges: [30, 40, 50] }],
      before: null,
    },
  ],
};
const DOCUMENT: Document = { source: SOURCE, status: 'ok', reasons: [], pages: [packed(PAGE)] };

const FINDING: Finding = {
  key: 'k',
  code: 'R-10-01',
  severity: 'error',
  blame: 'report',
  place: { page: 1, box: [72, 21, 77, 31] },
  quote: '',
  template: '',
  parameters: {},
  stated: null,
  computed: null,
  operands: [],
  diagnosis: null,
  explains: [],
  formula: { kind: 'opaque' },
};

const draw = (layers: readonly Layer[], findings: readonly Finding[] = [FINDING]): string =>
  pictureOf(
    packed(PAGE),
    { document: DOCUMENT, layout: LAYOUT, audit: { ...NO_AUDIT, findings }, words: () => '1 < 2 & "3"' },
    layers,
  );

describe('pictureOf a page of glyphs', () => {
  it('draws every layer', () => {
    expectGolden('page.svg', draw(LAYERS));
  });

  it('escapes what is printed and what is said, and leaves out what XML cannot hold', () => {
    const drawn = draw(LAYERS);
    expect(drawn).toContain('<title>R-10-01 1 &lt; 2 &amp; &quot;3&quot;</title>');
    expect(drawn).toContain('绩效 &lt;a&gt; &amp; &quot;b&quot;.pdf');
    expect(drawn).not.toContain('\u0007');
  });

  it.each(LAYERS)('draws %s alone', (layer) => {
    const groups = [...draw([layer]).matchAll(/<g id="(\w+)">/gu)].map((match) => match[1]);
    expect(groups).toEqual([layer]);
  });

  it('tells two findings of one place in one mark', () => {
    const drawn = draw(['findings'], [FINDING, { ...FINDING, code: 'R-20-01' }]);
    expect(drawn.match(/<rect[^>]*data-code/gu)).toHaveLength(1);
    expect(drawn).toContain('data-code="R-10-01 R-20-01"');
  });
});

describe('pictureOf a text report', () => {
  it('draws its lines with tables and findings', async () => {
    const text = '青禾站2024年度决算\n本年支出合计500.00万元，其中：基本支出300.00万元，占62.00%。\n';
    const source = { name: 'a.txt', path: 'a.txt', sha256: '0'.repeat(64), bytes: Buffer.from(text) };
    const examined = await examine(source, DEFAULT_CONFIG);
    if (!examined.ok || examined.document === null) throw new Error('not examined');
    const { document, layout, audit } = examined;
    const [page] = document.pages;
    if (page === undefined) throw new Error('no page');
    const drawn = pictureOf(page, { document, layout, audit, words: () => 'wrong share' }, LAYERS);
    expect(drawn).toMatch(
      /<rect [^>]*class="(?:suspect|stated)"[^>]*><title>R-30-\d\d wrong share<\/title>/u,
    );
    expectGolden('text.svg', drawn);
  });
});
