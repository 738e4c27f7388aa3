import type { Place } from '../../model/place.ts';
import { type FindingReport, NO_COVERAGE, type Report } from '../../model/report.ts';
import { type Context, processContext } from '../context.ts';
import { messagesIn } from '../language.ts';
import type { Reported, ReportFormat } from './reporter.ts';

const IN_TEXT: Place = { line: 3, column: 21 };

/** A finding as `check` makes it, for tests of what is made of it. */
export const findingAt = (place: Place = IN_TEXT, changed: Partial<FindingReport> = {}): FindingReport => ({
  key: '00d1f2a3b4c5d6e7',
  code: 'R-30-01',
  severity: 'error',
  blame: 'report',
  message: '占比应为40.00%，所列为42.00%',
  arithmetic: '200.00万元 ÷ 500.00万元 = 40.00%',
  place,
  quote: '基本支出200.00万元，占42.00%',
  stated: { raw: '42.00%', value: '42', valueUnit: '%', place, quote: '占42.00%' },
  computed: { value: '40', low: '39.99', high: '40.01' },
  gap: '-2',
  operands: [
    { raw: '200.00', value: '2000000', valueUnit: '元', place, quote: '基本支出200.00万元' },
    { raw: '500.00', value: '5000000', valueUnit: '元', place, quote: '合计500.00万元' },
  ],
  explains: ['s1'],
  ...changed,
});

/** A document with these findings. */
export const reported = (
  path: string,
  findings: readonly FindingReport[],
  changed: Partial<Report> = {},
): Reported => ({
  path,
  known: 0,
  report: {
    source: { name: path, sha256: 'ab'.repeat(32), mediaType: 'application/pdf', pages: 9 },
    status: 'ok',
    reasons: [],
    document: {
      kind: 'final-account',
      title: null,
      entity: '云溪县文化馆',
      scope: 'unit',
      region: null,
      regionCode: null,
      year: 2024,
    },
    tables: [],
    paragraphs: [],
    facts: [],
    statements: [],
    findings,
    coverage: { ...NO_COVERAGE, statedTotals: { checked: 4, of: 5 } },
    timings: {},
    ...changed,
  },
});

/** All that a form prints of these documents. */
export function printed(
  format: ReportFormat,
  documents: readonly Reported[],
  changed: Partial<Context> = {},
): string {
  const texts: string[] = [];
  const context = { ...processContext('en', messagesIn('en')), ...changed };
  const reporter = format(documents.length > 1, { ...context, out: (text) => texts.push(text) });
  for (const document of documents) reporter.add(document);
  reporter.end();
  return texts.join('');
}
