import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import type { Audit, Finding } from '../model/audit.ts';
import type { Layout } from '../model/layout.ts';
import type { Fact, Reading } from '../model/reading.ts';
import { Report } from '../model/report.ts';
import { failedReport, unreadSource } from './failed.ts';
import { withoutAudit } from './received.ts';
import { toReport } from './report.ts';

const place = { line: 2, column: 4 };

const factOf = (id: string, value: string): Fact => ({
  id,
  label: '合计',
  quantity: {
    raw: '1,000.00',
    value: new Decimal(value),
    unit: '元',
    printedUnit: '万元',
    scale: new Decimal(10_000),
    decimals: 2,
    half: new Decimal(50),
    approximate: false,
    bound: null,
  },
  year: 2024,
  phase: 'final',
  place,
  quote: '合计1,000.00',
  origin: { kind: 'table', table: 't1', row: 1, column: 2 },
});

const layout: Layout = {
  source: { name: 'a.txt', sha256: 'x', mediaType: 'text/plain', pages: 1 },
  status: 'ok',
  reasons: [],
  tables: [],
  paragraphs: [{ text: '一段话', segments: [{ start: 0, length: 3, line: 7, column: 3 }], before: null }],
};

const stated = factOf('f1', '10000000');

const reading: Reading = {
  layout,
  profile: {
    kind: 'budget',
    title: null,
    entity: null,
    scope: 'unknown',
    region: null,
    regionCode: null,
    year: null,
  },
  paragraphs: layout.paragraphs,
  tables: [],
  sentences: [],
  facts: [stated],
};

const finding: Finding = {
  key: 'k',
  code: 'R-10-01',
  severity: 'error',
  blame: 'report',
  place,
  quote: stated.quote,
  template: 'sum',
  parameters: {},
  stated,
  computed: { value: new Decimal(1e22).div(3), low: new Decimal('-0'), high: new Decimal('1e21') },
  operands: [factOf('f2', '1e22')],
  diagnosis: { kind: 'undecided', suspect: null, suggested: null },
  explains: ['c1'],
  formula: { kind: 'opaque' },
};

const audit: Audit = {
  statements: [],
  findings: [finding, { ...finding, stated: null, computed: null, diagnosis: null }],
  coverage: {
    statements: { exact: 0, rounding: 0, improbable: 0, inconsistent: 1, unchecked: 0 },
    statedTotals: { checked: 1, of: 1 },
  },
};

describe('toReport', () => {
  const report = toReport(layout, reading, audit, { read: 1 }, 'en');

  it('is what its schema says, even after a way through JSON', () => {
    expect(Report.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it('writes decimals plainly, however large', () => {
    expect(report.findings[0]?.operands[0]?.value).toBe('10000000000000000000000');
    expect(report.findings[0]?.computed?.high).toBe('1000000000000000000000');
    expect(report.findings[0]?.computed?.value).toMatch(/^3{19,}\d*(?:\.\d+)?$/u);
  });

  it('gives the gap as computed minus stated', () => {
    const { computed, gap } = report.findings[0] ?? {};
    expect(new Decimal(computed?.value ?? '0').minus('10000000').toFixed()).toBe(gap);
  });

  it('leaves out what is not there', () => {
    const bare = report.findings[1];
    for (const field of ['stated', 'computed', 'gap', 'diagnosis']) expect(bare).not.toHaveProperty(field);
    expect(report.findings[0]?.diagnosis).toEqual({ kind: 'undecided' });
  });

  it('says where figures and paragraphs stand', () => {
    expect(report.facts[0]).toMatchObject({ origin: 'table', table: 't1', row: 1, column: 2, unit: '万元' });
    expect(report.paragraphs).toEqual([{ text: '一段话', place: { line: 7, column: 3 } }]);
  });

  it('without what was judged is an extract', () => {
    expect(Object.keys(withoutAudit(report))).toEqual(
      Object.keys(report).filter((key) => !['statements', 'findings', 'coverage'].includes(key)),
    );
  });
});

describe('failedReport', () => {
  it('is a report too', () => {
    const failed = failedReport(unreadSource('a.bin'), [{ code: 'binary', message: 'm' }]);
    expect(Report.parse(failed)).toEqual(failed);
  });
});
