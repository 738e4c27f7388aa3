import { describe, expect, it, test } from 'vitest';
import { readingOf } from '../../fixtures/prose.ts';
import type { Statement } from '../../model/audit.ts';
import type { Fact, Reading } from '../../model/reading.ts';
import type { How } from '../../model/recognition.ts';
import { reconcile } from '../reconcile.ts';
import type { Rule } from '../rule.ts';
import { blameOfCause } from './doubt.ts';
import type { Testimony } from './testimony.ts';
import { factOf, sumOf } from './testing.ts';

/** A rule that remarks on every figure, as those do that follow from the words about a figure. */
const REMARKS: Rule = {
  code: 'R-80-03',
  severity: 'error',
  title: { en: '', zh: '' },
  explanation: { en: '', zh: '' },
  fires: [],
  quiet: [],
  remarks: ({ facts }) =>
    facts.map((fact) => ({
      rule: 'R-80-03',
      severity: 'error',
      place: fact.place,
      quote: '',
      template: '',
      parameters: {},
      subject: fact.id,
      facts: [fact],
    })),
};

const readAs = (how: How | undefined): Reading => {
  const reading = readingOf('某县文化馆2024年度部门决算\n2024年度“三公”经费支出18.52万元。');
  return { ...reading, facts: reading.facts.map((fact) => ({ ...fact, ...(how !== undefined && { how }) })) };
};

test.each([
  [undefined, 'error', 'report'],
  ['text', 'error', 'report'],
  ['voted', 'warning', 'reading'],
  ['unproved', 'warning', 'reading'],
] as const)(
  'a remark on a figure that was read as %s is at most of severity %s, blamed on the %s',
  (how, severity, blame) => {
    const { findings } = reconcile(readAs(how), [REMARKS]);
    expect(findings.map((finding) => [finding.severity, finding.blame])).toEqual([[severity, blame]]);
  },
);

const NOTHING: Testimony = { proved: new Set(), crooked: new Set(), torn: new Set(), beside: () => [] };
const blame = (main: Statement, more: Partial<Testimony> = {}) =>
  blameOfCause(
    { main, statements: [main], diagnosis: { kind: 'undecided', suspect: null, suggested: null } },
    { ...NOTHING, ...more },
  );

const VOTED = { how: 'voted' } as const;
const voted = (id: string, text: string): Fact => factOf(id, text, VOTED);
const PROSE = { ...VOTED, origin: { kind: 'prose', sentence: 0, start: 0, end: 1 } } as const;

/** Far from what its terms come to, and surely read. */
const sure = sumOf([voted('甲', '1,200.00'), voted('乙', '900.00')], voted('合计', '8,466.31'));

describe('a contradiction on a recognized page', () => {
  it('is blamed on the report where its figures are sure and nothing else explains it', () => {
    expect(blame(sure)).toBe('report');
  });

  it.each<[string, Statement]>([
    [
      'a figure is unproved',
      sumOf([voted('甲', '1,200.00'), factOf('乙', '900.00')], voted('合计', '8,466.31')),
    ],
    [
      'a likely misreading explains it',
      sumOf([voted('甲', '1,200.00'), voted('乙', '900.00')], voted('合计', '2,160.00')),
    ],
    [
      'a term is too many',
      sumOf([voted('甲', '1,200.00'), voted('年', '2,024.00')], voted('合计', '1,200.00')),
    ],
    ['numbers of rows stand for amounts', sumOf([voted('甲', '27'), voted('乙', '28')], voted('合计', '29'))],
    [
      'a short number stands among amounts',
      sumOf([voted('甲', '1,200.00'), voted('乙', '7')], voted('合计', '8,466.31')),
    ],
    [
      'a figure has no name',
      sumOf([voted('甲', '1,200.00'), voted(' ', '900.00')], voted('合计', '8,466.31')),
    ],
  ])('is blamed on the reading where %s', (_, statement) => {
    expect(blame(statement)).toBe('reading');
  });

  it('is blamed on the reading where the unit of a figure in prose lost its 万', () => {
    const amount = (text: string) => factOf(text, text, { ...PROSE, label: '支出' });
    expect(blame(sumOf([amount('3.5万元'), amount('12.40元')], amount('15.9万元')))).toBe('reading');
    expect(blame(sumOf([amount('3.5万元'), amount('12.40万元')], amount('98.7万元')))).toBe('report');
  });

  it('is blamed on the reading where all that is built like it fails, or its sentence is torn', () => {
    expect(blame(sure, { crooked: new Set([sure]) })).toBe('reading');
    expect(blame(sure, { torn: new Set(['乙']) })).toBe('reading');
  });

  it('is blamed on the reading where what is missing stands beside it', () => {
    expect(blame(sure, { beside: () => [voted('丙', '6,366.31')] })).toBe('reading');
    expect(blame(sure, { beside: () => [voted('丙', '6,300.31')] })).toBe('report');
  });

  it('trusts a figure that arithmetic vouches for', () => {
    const statement = sumOf([voted('甲', '1,200.00'), factOf('乙', '900.00')], voted('合计', '8,466.31'));
    expect(blame(statement, { proved: new Set(['乙']) })).toBe('report');
  });
});

it('says nothing of a text layer', () => {
  const text = (id: string, figure: string) => factOf(id, figure, { how: 'text' });
  expect(blame(sumOf([text('甲', '27'), text('乙', '28')], text('合计', '29')))).toBe('report');
});
