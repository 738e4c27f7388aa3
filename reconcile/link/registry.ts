import type { LinkRule } from './rule.ts';
import { budgetBookLink } from './rules/budget-book.ts';
import { carriedOverLink } from './rules/carried-over.ts';
import { priorYearLink } from './rules/prior-year.ts';
import { unitsLink } from './rules/units.ts';
import { versionsLink } from './rules/versions.ts';

/** Every rule across documents, in the order of the catalogue. */
export const LINK_RULES: readonly LinkRule[] = [
  priorYearLink,
  carriedOverLink,
  budgetBookLink,
  unitsLink,
  versionsLink,
];
