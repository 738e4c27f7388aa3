import { describe, expect, it } from 'vitest';
import type { Cell, Layout } from '../../model/layout.ts';
import type { How } from '../../model/recognition.ts';
import { normalize } from '../../normalizers/normalize.ts';
import { reconcile } from '../reconcile.ts';
import { repairsOfReadings } from './repairs.ts';

interface Read {
  readonly text: string;
  readonly how?: How;
  readonly readings?: readonly string[];
}

const sure = (text: string): Read => ({ text, how: 'voted', readings: [text, text] });
const unsure = (text: string, ...readings: readonly string[]): Read => ({ text, how: 'unproved', readings });

const HEAD = ['项目', '预算数', '决算数', '差异金额', '完成率'].map((text): Read => ({ text }));

/** A recognized page with one table of budget and final accounts. */
function layoutOf(rows: readonly (readonly Read[])[]): Layout {
  const cells = [HEAD, ...rows].flatMap((row, r) =>
    row.map((read, c): Cell => {
      const box = [100 * c, 20 * r, 100 * c + 100, 20 * r + 20] as const;
      const place = { page: 1, box };
      return { row: r, column: c, rowSpan: 1, columnSpan: 1, place, ...read };
    }),
  );
  const place = { page: 1, box: [0, -40, 500, -20] as const };
  return {
    source: { name: 'a.png', sha256: '', mediaType: 'image/png', pages: 1 },
    status: 'ok',
    reasons: [],
    tables: [
      {
        id: 't1',
        title: { text: '预决算差异情况表', place },
        caption: null,
        unitLines: [{ text: '单位：元', place }],
        headerRows: 1,
        rows: rows.length + 1,
        columns: HEAD.length,
        cells,
        parts: [],
      },
    ],
    paragraphs: [],
    recognized: new Map([[1, []]]),
  };
}

const rowsWith = (doubtful: Read, total: Read = sure('3,000.00')): readonly (readonly Read[])[] => [
  [{ text: '一般公共服务支出' }, doubtful, sure('900.00'), sure('300.00'), sure('75.00%')],
  [{ text: '教育支出' }, sure('1,800.00'), sure('1,650.00'), sure('150.00'), sure('91.67%')],
  [{ text: '合计' }, total, sure('2,550.00'), sure('450.00'), sure('85.00%')],
];

const repairs = (rows: readonly (readonly Read[])[]) =>
  repairsOfReadings(normalize(layoutOf(rows))).map(({ row, column, text }) => [row, column, text]);
const findings = (rows: readonly (readonly Read[])[]) => reconcile(normalize(layoutOf(rows))).findings;

describe('repairsOfReadings', () => {
  it('takes another reading that makes everything come out', () => {
    expect(repairs(rowsWith(unsure('1,700.00', '1,700.00', '1,200.00')))).toEqual([[1, 1, '1,200.00']]);
  });

  it('takes a likely misreading that several statements ask for, and no figure that is far off', () => {
    expect(repairs(rowsWith(sure('1,700.00')))).toEqual([[1, 1, '1200.00']]);
    expect(repairs(rowsWith(sure('7,395.00')))).toEqual([]);
  });

  it('changes nothing where arithmetic is content', () => {
    expect(repairs(rowsWith(unsure('1,200.00', '1,200.00', '1,700.00')))).toEqual([]);
  });
});

describe('findings on a recognized page', () => {
  it('blame the reading where a figure is unsure or a likely misreading explains the gap', () => {
    for (const doubtful of [unsure('7,395.00', '7,395.00'), sure('1,700.00')]) {
      const found = findings(rowsWith(doubtful));
      expect(found.length).toBeGreaterThan(0);
      for (const { blame, severity } of found) {
        expect(blame).toBe('reading');
        expect(severity).not.toBe('error');
      }
    }
  });

  it('blame the report where the figures are sure and no misreading explains it', () => {
    expect(findings(rowsWith(sure('1,200.00'), sure('8,466.00'))).map(({ blame }) => blame)).toContain(
      'report',
    );
  });

  it('let arithmetic vouch for a figure that only one pass read', () => {
    const rows = rowsWith(unsure('1,200.00', '1,200.00', ''));
    const { how } = reconcile(normalize(layoutOf(rows)));
    expect(how?.get('t1r1c1')).toBe('voted');
  });
});
