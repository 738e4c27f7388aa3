import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../model/reading.ts';
import { phaseOf } from './period.ts';

const of = (documentKind: string, phase: Phase, year: number | null, documentYear: number | null = 2024) => {
  const found = phaseOf({ documentKind, phase, year, documentYear });
  return found === null ? null : `${found.phase}${found.isExplicit ? '' : ' by its report'}`;
};

describe('the phase of a print', () => {
  it('is its own where it names one', () => {
    expect(of('final-account', 'initial', 2024)).toBe('initial');
    expect(of('final-account', 'adjusted', 2024)).toBe('adjusted');
    expect(of('final-account', 'final', 2024)).toBe('final');
    expect(of('performance-department', 'final', 2024)).toBe('final');
    expect(of('budget', 'final', 2023)).toBe('final');
    expect(of('final-account', 'final', 2024, null)).toBe('final');
  });

  it('is that of its report where it names none', () => {
    expect(of('final-account', 'unknown', 2024)).toBe('final by its report');
    expect(of('final-account', 'unknown', 2023)).toBe('final by its report');
    expect(of('final-account', 'prior', 2023)).toBe('final by its report');
    expect(of('budget', 'unknown', 2024)).toBe('initial by its report');
  });

  it.each([
    ['a goal', 'performance-target', 'plan', 2024],
    ['a budget that tells of another year', 'budget', 'unknown', 2023],
    ['last year in a budget, planned or spent', 'budget', 'prior', 2023],
    ['a result of the year that is only planned', 'budget', 'final', 2024],
    ['last year under the year of the report', 'final-account', 'prior', 2024],
    ['a year to come', 'final-account', 'unknown', 2025],
    ['no year', 'final-account', 'unknown', null],
    ['a report of another kind', 'performance-project', 'unknown', 2024],
  ] as const)('is not known of %s', (_, kind, phase, year) => {
    expect(of(kind, phase, year)).toBe(null);
  });
});
