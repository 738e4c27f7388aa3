import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import { factsOf } from '../diagnosis/repairs.ts';

/**
 * The figures that arithmetic vouches for: those of sums and second prints that come out exactly, and rates that follow
 * from their amounts. A rate says too little of its amounts to prove them. What was repaired to make a statement hold is
 * not proved by it, and proves nothing.
 */
export function provedFacts(statements: readonly Statement[]): ReadonlySet<string> {
  return new Set(statements.flatMap(provedBy).map(({ id }) => id));
}

function provedBy(statement: Statement): readonly Fact[] {
  const { verdict, kind, stated } = statement;
  if (verdict !== 'exact' || stated === null) return [];
  const facts = factsOf(statement);
  if (facts.some(({ how }) => how === 'repaired')) return [];
  if (kind === 'ratio') return [stated];
  const says = kind === 'sum' || kind === 'difference' || kind === 'equality';
  return says && facts.some(({ quantity }) => !quantity.value.isZero()) ? facts : [];
}
