import type { Rule } from '../../rule.ts';
import { disclosureRule } from './disclosure.ts';
import { emptyTablesRule } from './empty-tables.ts';
import { entityNamesRule } from './entity-names.ts';
import { identityRule } from './identity.ts';
import { requiredPartsRule } from './required-parts.ts';
import { tableUnitRule } from './table-unit.ts';

/** What a report is, and whether it is all there. */
export const DOCUMENT_RULES: readonly Rule[] = [
  identityRule,
  tableUnitRule,
  entityNamesRule,
  requiredPartsRule,
  disclosureRule,
  emptyTablesRule,
];
