import type { FactKeys } from '../../model/keys.ts';
import type { Reading, TableReading } from '../../model/reading.ts';
import { onceFor } from '../once.ts';
import { proseKeys } from './prose.ts';
import { publicKeys, purchaseKeys } from './public.ts';
import { subjectOf } from './subject.ts';
import { standardKeys } from './table.ts';

const NONE: ReadonlyMap<string, FactKeys> = new Map();

/** The keys of a table's cells by `row,column`. */
export function tableKeys(table: TableReading): ReadonlyMap<string, FactKeys> {
  if (table.kind === 'three-public') return publicKeys(table);
  if (table.kind === 'procurement') return purchaseKeys(table);
  const subject = subjectOf(table);
  return subject === null ? NONE : standardKeys(table, subject);
}

/** The keys of every figure of a report that has any, by the id of its fact. */
export const keysOf = onceFor((reading: Reading): ReadonlyMap<string, FactKeys> => {
  const keys = new Map<string, FactKeys>(proseKeys(reading));
  for (const table of reading.tables) {
    for (const [at, key] of tableKeys(table)) {
      const fact = table.facts.get(at);
      if (fact !== undefined) keys.set(fact.id, key);
    }
  }
  return keys;
});
