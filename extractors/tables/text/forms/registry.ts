import type { TextLine } from '../../../../model/document.ts';
import type { Run } from '../grid.ts';
import { findPipeRuns } from './pipes.ts';
import { findSpacedRuns } from './spaces.ts';
import { findTabRuns } from './tabs.ts';

/** One way in which tables are written in text: finds its runs of lines, in order. */
export interface TableForm {
  readonly id: string;
  readonly find: (lines: readonly TextLine[]) => readonly Run[];
}

/** Every table form, the surest first: lines that one form has taken are not offered to the next. */
export const TABLE_FORMS: readonly TableForm[] = [
  { id: 'tabs', find: findTabRuns },
  { id: 'pipes', find: findPipeRuns },
  { id: 'spaces', find: findSpacedRuns },
];

/** The runs of table lines of all forms, in the order of the file. */
export function findRuns(lines: readonly TextLine[]): readonly Run[] {
  const runs: Run[] = [];
  for (const form of TABLE_FORMS) {
    const free = blankOut(lines, runs);
    for (const run of form.find(free)) runs.push(run);
  }
  return runs.toSorted((a, b) => a.first - b.first);
}

/** The lines that no run has taken; a taken line is kept as a break that no form reads across. */
function blankOut(lines: readonly TextLine[], runs: readonly Run[]): readonly TextLine[] {
  if (runs.length === 0) return lines;
  const taken = new Set<number>();
  for (const run of runs) for (let line = run.first; line <= run.last; line++) taken.add(line);
  return lines.map((line) => (taken.has(line.number) ? { ...line, text: BREAK } : line));
}

/** Reads as a line of prose to every form. */
const BREAK = '。';
