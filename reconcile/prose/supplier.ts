import type { Phase, Reading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { ownPhase } from '../agreement/amounts.ts';
import { type Mention, passagesOf } from './mention.ts';

/** Who the suppliers are: small and medium enterprises, or of these the small and micro ones. */
export type Size = 'small-medium' | 'small-micro';
/** Which purchases: those reserved for such suppliers, the other ones, or all. */
export type Scope = 'reserved' | 'other' | 'all';

/** An amount of purchases from a kind of supplier. */
export interface FromSuppliers {
  readonly size: Size;
  readonly scope: Scope;
  readonly phase: Phase;
  readonly mention: Mention;
}

const SMALL_MICRO = /小微企业|小(?:型)?(?:企业)?[、和及]?微型企业/u;
const SMALL_MEDIUM = /中小(?:微)?(?:型)?企业|中型、小型/u;
const NO_AMOUNT = /比例|不低于|以上项目|扶持|贷款/u;

/** The words that say what a figure is, from the clause mark before its 在…中 on. */
const wordsOf = (mention: Mention): string => mention.lead.split(/[;。]/u).at(-1) ?? '';

function fromSuppliers(reading: Reading, mention: Mention): FromSuppliers | null {
  const { fact, role } = mention;
  const words = wordsOf(mention);
  if (role !== 'amount' || fact.quantity.unit !== '元' || fact.quantity.approximate) return null;
  if (!/采购|合同/u.test(words) || NO_AMOUNT.test(words) || fact.phase === 'prior') return null;
  const size = SMALL_MICRO.test(words) ? 'small-micro' : SMALL_MEDIUM.test(words) ? 'small-medium' : null;
  if (size === null) return null;
  const reserved = /预留/u.test(words);
  const other = /其他(?:政府)?采购/u.test(words);
  if (reserved && other) return null;
  const scope = reserved ? 'reserved' : other ? 'other' : /授予/u.test(words) ? 'all' : null;
  const phase = /预算/u.test(words) ? 'initial' : ownPhase(reading);
  return scope === null ? null : { size, scope, phase, mention };
}

/** The purchases from small and medium enterprises that the text states, in order. */
export const purchasesFromSuppliers = onceFor((reading: Reading): readonly FromSuppliers[] =>
  passagesOf(reading).flatMap(({ mentions }) =>
    mentions.flatMap((mention) => fromSuppliers(reading, mention) ?? []),
  ),
);
