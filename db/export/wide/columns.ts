import type { Phase } from '../../../model/reading.ts';
import { COMMON } from '../../dictionary.ts';
import type { ExportColumn } from '../column.ts';
import { FAMILIES, type Family } from './families.ts';

const PHASE_WORDS: Readonly<Partial<Record<Phase, string>>> = {
  initial: 'as first budgeted (年初预算)',
  adjusted: 'as budgeted after changes (全年、调整预算)',
  final: 'as spent or received (决算)',
};

export const columnOf = ({ name }: Family, phase: Phase): string => `${name}_${phase}`;

const text = (name: string, meaning: string): ExportColumn => ({ name, type: 'text', meaning });
const count = (name: string, meaning: string): ExportColumn => ({ name, type: 'integer', meaning });

const amountsOf = (family: Family): readonly ExportColumn[] =>
  family.phases.map((phase) => ({
    name: columnOf(family, phase),
    type: 'money',
    meaning: `${family.meaning}, ${PHASE_WORDS[phase] ?? phase}, in 元`,
  }));

/** The columns of the wide table. */
export const WIDE_COLUMNS: readonly ExportColumn[] = [
  text('entity', COMMON.entity ?? ''),
  text('region_code', COMMON.region_code ?? ''),
  text('scope', COMMON.scope ?? ''),
  count('year', 'the year that the figures are about'),
  count('documents', 'number of documents that are about this year or give a figure of it'),
  ...FAMILIES.flatMap(amountsOf),
  count(
    'conflicts',
    'number of amounts that are left empty because their prints disagree, or are no whole 分',
  ),
  text('conflicting', 'the columns of those amounts, separated by blanks'),
  text(
    'doubtful',
    'columns whose amount is given though a finding names one of its prints, or weaker evidence disagrees',
  ),
];

export const WIDE_SUMMARY =
  'One row an entity and year with the headline amounts. An amount is taken from the most exact of its prints, and only where all of them agree within their rounding.';
