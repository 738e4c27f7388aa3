import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { QueryRow } from '../query.ts';
import { bytesOf, cellsIn, EXAMPLE, exampleTable } from './example.ts';
import type { Note } from './format.ts';
import { columnName, escapeText } from './sheet.ts';
import { workbook } from './xlsx.ts';

async function written(rows: Iterable<QueryRow> = EXAMPLE, most?: number) {
  const notes: Note[] = [];
  const bytes = await bytesOf(workbook(exampleTable(rows), (note) => notes.push(note), most));
  const parts = Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)] as const);
  return { bytes, parts: new Map(parts), notes };
}

describe('xlsx', () => {
  it('writes text as text, numbers as numbers, and nothing as no cell', async () => {
    const { parts } = await written();
    const cells = cellsIn(parts.get('xl/worksheets/sheet1.xml') ?? '');
    expect(cells.get('B1')).toBe('inlineStr label');
    expect(cells.get('A2')).toBe('n 1');
    expect(cells.get('C2')).toBe('n -1.80');
    expect(cells.get('B3')).toBe('inlineStr =HYPERLINK("x")');
    expect(cells.get('E3')).toBe('b 1');
    expect(cells.get('B4')).toBe('inlineStr a "b",_x000D_\nc_x000D_d &lt;&amp;&gt;');
    expect(cells.has('C4')).toBe(false);
    expect(cells.get('B5')).toBe('inlineStr ');
    // Longer than a binary float can hold, so it stays text.
    expect(cells.get('C5')).toBe('inlineStr 123456789012345678.5');
    expect(cells.get('D7')).toBe('n 9007199254740.99');
    expect(cells.get('A7')).toBe('inlineStr 9007199254740991');
    expect([...parts.values()].join('')).not.toContain('<f>');
  });

  it('names its sheets and explains its columns on the last one', async () => {
    const { parts } = await written();
    expect(parts.get('xl/workbook.xml')).toContain('<sheet name="facts" sheetId="1" r:id="rId1"/>');
    const codebook = cellsIn(parts.get('xl/worksheets/sheet2.xml') ?? '');
    expect(codebook.get('A3')).toBe('inlineStr label');
    expect(codebook.get('C3')).toBe('inlineStr what it is');
  });

  it('goes on to further sheets where one is full, each with its head', async () => {
    const rows = Array.from({ length: 25 }, (_, id) => ({ ...EXAMPLE[0], id }));
    const { parts } = await written(rows, 11);
    const sheets = [1, 2, 3].map((n) => cellsIn(parts.get(`xl/worksheets/sheet${n}.xml`) ?? ''));
    expect(sheets.map((cells) => cells.get('A1'))).toEqual(Array(3).fill('inlineStr id'));
    const ids = sheets.flatMap((cells) =>
      [...cells].filter(([at]) => /^A(?!1$)/u.test(at)).map(([, text]) => text),
    );
    expect(ids).toEqual(rows.map(({ id }) => `n ${id}`));
    expect(parts.get('xl/workbook.xml')).toContain('name="facts 3"');
    expect(parts.has('xl/worksheets/sheet4.xml')).toBe(true);
    expect(parts.has('xl/worksheets/sheet5.xml')).toBe(false);
  });

  it('cuts what no cell can hold, and tells', async () => {
    const { parts, notes } = await written([{ ...EXAMPLE[0], label: '长'.repeat(40_000) }]);
    const label = cellsIn(parts.get('xl/worksheets/sheet1.xml') ?? '').get('B2') ?? '';
    expect(label).toHaveLength('inlineStr '.length + 32_767);
    expect(label.endsWith('长…')).toBe(true);
    expect(notes).toEqual(['text-cut']);
    expect((await written()).notes).toEqual([]);
  });

  it('makes the same bytes of the same rows', async () => {
    const [first, second] = [await written(), await written()];
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('passes on what its rows throw', async () => {
    function* failing(): Generator<QueryRow> {
      yield { ...EXAMPLE[0] };
      yield { ...EXAMPLE[0] };
      throw new Error('the rows ended badly');
    }
    await expect(written(failing())).rejects.toThrow('the rows ended badly');
  });
});

describe('a sheet', () => {
  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  });

  it('escapes what XML cannot hold, and what looks escaped', () => {
    expect(escapeText('a\u0000b\tc\ud800')).toBe('a_x0000_b\tc_xD800_');
    expect(escapeText('_x0041_')).toBe('_x005F_x0041_');
    expect(escapeText('𠮷')).toBe('𠮷');
  });
});
