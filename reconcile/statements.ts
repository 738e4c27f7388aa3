import type { Statement } from '../model/audit.ts';
import type { Reading } from '../model/reading.ts';
import type { Rule } from './rule.ts';

/** Every statement that the rules make of a document, numbered in their order. */
export const statementsOf = (reading: Reading, rules: readonly Rule[]): readonly Statement[] =>
  rules
    .flatMap((rule) => rule.statements?.(reading) ?? [])
    .map((draft, index) => ({ ...draft, id: `c${index + 1}` }));
