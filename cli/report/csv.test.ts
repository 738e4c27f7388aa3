import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import { findingAt, printed, reported } from './testing.ts';

const rows = (text: string): readonly Readonly<Record<string, string>>[] => parse(text, { columns: true });

describe('findings as CSV', () => {
  it('are one line each below the names of the columns, which stand there once', () => {
    const several = [
      reported('a.txt', [findingAt(), findingAt(undefined, { quote: '合计\n5 | "x",\r\n\ty' })]),
      reported('b.txt', []),
      reported('c.txt', [findingAt({ page: 2, box: [0, 0, 1, 1] })]),
    ];
    const text = printed(csv, several);
    expect(text.trimEnd().split('\n')).toHaveLength(4);
    expect(text.startsWith('file,place,severity,code,')).toBe(true);
    expect(rows(text).map(({ file, place, quote }) => [file, place, quote])).toEqual([
      ['a.txt', '3:21', '基本支出200.00万元，占42.00%'],
      ['a.txt', '3:21', '合计 5 | "x", y'],
      ['c.txt', 'p2', '基本支出200.00万元，占42.00%'],
    ]);
  });

  it('have the names of the columns even where there is none', () => {
    expect(
      printed(csv, [reported('a.txt', [])])
        .trimEnd()
        .split('\n'),
    ).toHaveLength(1);
  });

  it('keep a sheet from running what is printed', () => {
    const [row] = rows(
      printed(csv, [reported('a.txt', [findingAt(undefined, { quote: '=1+1', gap: '-2' })])]),
    );
    expect(row).toMatchObject({ quote: "'=1+1", gap: '-2', stated: '42', computed: '40', unit: '%' });
  });

  it('leave blank what a finding does not have', () => {
    const { stated, computed, gap, arithmetic, ...bare } = findingAt();
    const [row] = rows(printed(csv, [reported('a.txt', [bare])]));
    expect(row).toMatchObject({ stated: '', computed: '', gap: '', arithmetic: '', waived: '' });
    expect([stated, computed, gap, arithmetic]).not.toContain(undefined);
  });
});
