import { expect, test } from 'vitest';
import { readingOf } from '../../fixtures/prose.ts';
import type { Reading } from '../../model/reading.ts';
import type { How } from '../../model/recognition.ts';
import { reconcile } from '../reconcile.ts';
import type { Rule } from '../rule.ts';

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
