import { describe, expect, it } from 'vitest';
import { makeTable } from '../../../fixtures/tables/make.ts';
import type { Reading } from '../../../model/reading.ts';
import { readTable } from '../../../normalizers/table/read.ts';
import { expenditure, fiscal, fund, general, type Made, total } from './example.ts';
import { CROSS_RULES } from './index.ts';

function readingOf(unit: string, ...made: readonly Made[]): Reading {
  const tables = made.map(([title, ...rows], i) => {
    const headerRows = rows[0]?.startsWith('收入') === true ? 2 : 1;
    const unitLine = i === 0 ? '单位：万元' : unit;
    const text = rows.join('\n').replaceAll('|', '\t');
    const table = makeTable(text, { id: `t${i + 1}`, title, unitLine, headerRows });
    return readTable(table, { fallbackUnit: null, documentYear: 2024 });
  });
  return {
    layout: {
      source: { name: 'made', sha256: '', mediaType: 'text/plain', pages: 1 },
      status: 'ok',
      reasons: [],
      tables: tables.map(({ table }) => table),
      paragraphs: [],
    },
    profile: {
      kind: 'final-account',
      title: null,
      entity: null,
      scope: 'unknown',
      region: null,
      regionCode: null,
      year: 2024,
    },
    paragraphs: [],
    tables,
    sentences: [],
    facts: tables.flatMap(({ facts }) => [...facts.values()]),
  };
}

const verdicts = (rule: string, reading: Reading): readonly string[] =>
  CROSS_RULES.filter(({ code }) => code === rule)
    .flatMap((one) => one.statements?.(reading) ?? [])
    .map(({ verdict, reason }) => reason ?? verdict);

describe('figures that two tables share', () => {
  it('are bound by meaning: classes by name against codes, columns of a fund against its own table', () => {
    const reading = readingOf('单位：万元', total(), expenditure(), fiscal(), general(), fund());
    expect(verdicts('R-20-02', reading)).toEqual(['exact']);
    expect(verdicts('R-20-06', reading)).toEqual(['exact', 'exact', 'exact', 'exact']);
  });

  it('are unchecked where one of them is blank, never taken for 0', () => {
    const reading = readingOf('单位：万元', total({ 229: '' }), expenditure());
    expect(verdicts('R-20-02', reading)).toEqual(['operand-blank']);
  });

  it('are not bound where two tables claim to be the same', () => {
    const reading = readingOf('单位：万元', fiscal(), general(), general({ 213: '75.00' }));
    expect(verdicts('R-20-04', reading)).toEqual([]);
  });

  it('agree across units by rounding', () => {
    const [title, ...rows] = general();
    const inYuan: Made = [title, ...rows.map((row) => row.replaceAll(/\b(\d+)\.00\b/gu, '$10049.00'))];
    const reading = readingOf('单位：元', fiscal(), inYuan);
    expect(verdicts('R-20-04', reading)).toContain('rounding');
    expect(verdicts('R-20-04', reading)).not.toContain('inconsistent');
  });

  it('say nothing where most rows of two columns differ: one of them is another column', () => {
    const shifted = general({ all: '45.00', 213: '45.00' });
    expect(verdicts('R-20-04', readingOf('单位：万元', fiscal(), shifted))).not.toContain('inconsistent');
  });
});
