import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';
import { factsOf } from '../diagnosis/repairs.ts';
import type { Decimal } from '../interval.ts';

/** What a figure was also read as. */
export interface Alternative {
  readonly text: string;
  readonly value: Decimal;
}

/** More combinations than this are not tried: one of them would come out by chance. */
const MOST_COMBINATIONS = 256;

interface Choice {
  readonly gap: Decimal;
  readonly texts: ReadonlyMap<Fact, string>;
}

/**
 * The other readings of some figures of a sum that make it come out exactly, the fewest that do; `null` where none do, or
 * where two ways are equally short.
 */
export function jointRepair(
  { formula, operands, stated, computed }: Statement,
  othersOf: (fact: Fact) => readonly Alternative[],
): ReadonlyMap<Fact, string> | null {
  if (formula.kind !== 'sum' || stated === null || computed === null) return null;
  const signs = new Map<Fact, number>([
    ...operands.map((fact, i) => [fact, formula.signs[i] ?? 1] as const),
    [stated, -1],
  ]);
  let choices: readonly Choice[] = [{ gap: computed.value.minus(stated.quantity.value), texts: new Map() }];
  for (const fact of factsOf({ operands, stated })) {
    const others = othersOf(fact);
    if (choices.length * (others.length + 1) > MOST_COMBINATIONS) return null;
    choices = choices.flatMap((choice) => [
      choice,
      ...others.map(({ text, value }) => ({
        gap: choice.gap.plus(value.minus(fact.quantity.value).mul(signs.get(fact) ?? 1)),
        texts: new Map([...choice.texts, [fact, text] as const]),
      })),
    ]);
  }
  const [best, rival] = choices
    .filter(({ gap }) => gap.isZero())
    .toSorted((a, b) => a.texts.size - b.texts.size);
  return best === undefined || rival?.texts.size === best.texts.size ? null : best.texts;
}
