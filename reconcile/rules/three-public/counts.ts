import type { Fact, Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { type Mention, passagesOf } from '../../prose/mention.ts';

/** What reports must count beside the three public expenses. */
export type Counted = 'missions' | 'purchased' | 'held' | 'visits' | 'visitors';

const KINDS: readonly (readonly [Counted, RegExp, RegExp])[] = [
  ['missions', /^(?:个|团组|批次?|次)$/u, /出国(?:\(境\))?.{0,6}团组数?(?:及人数)?$|出国(?:\(境\))?$/u],
  [
    'purchased',
    /^[辆台]$/u,
    /(?:购置|更新|新购|购买)(?:公务)?(?:用车|车辆)数?量?$|(?:公务用车|车辆)购置数?量?$/u,
  ],
  ['held', /^[辆台]$/u, /(?:公务用车|车辆)(?:年末)?保有量?数?$|保有(?:公务用车|车辆)$/u],
  ['visits', /^(?:批次?|个|次|团组)$/u, /接待.{0,6}(?:批次|团组)数?$/u],
  ['visitors', /^(?:人次?|名|位)$/u, /接待.{0,6}人(?:次|数)数?$/u],
];
const RECEPTION = /接待$/u;
/** "50批次,599人次": the visitors stand right behind the visits. */
const BESIDE = /^[,、]?(?:共计?|合计|累计)?(?:来访(?:宾客|人员))?$/u;

export interface Count {
  readonly kind: Counted;
  readonly fact: Fact;
  /** For visitors: the visits that they are the visitors of, where both stand side by side. */
  readonly visits: Fact | null;
}

const plainLabel = (label: string): string => squeeze(label).replace(/\([^()]*\)$/u, '');

function kindOf({ label, quantity }: Fact): Counted | null {
  const name = plainLabel(label);
  const named = KINDS.find(([, unit, words]) => unit.test(quantity.unit) && words.test(name))?.[0];
  if (named !== undefined) return named;
  return RECEPTION.test(name) && /^批/u.test(quantity.unit) ? 'visits' : null;
}

function inProse(mentions: readonly Mention[]): readonly Count[] {
  return mentions.flatMap((mention, i): readonly Count[] => {
    if (mention.role !== 'amount') return [];
    const { fact } = mention;
    const before = mentions[i - 1];
    const visits =
      before !== undefined && before.sentence === mention.sentence && kindOf(before.fact) === 'visits'
        ? before.fact
        : null;
    const beside = visits !== null && /^人次?$/u.test(fact.quantity.unit) && BESIDE.test(mention.lead);
    const kind = beside ? 'visitors' : kindOf(fact);
    return kind === null ? [] : [{ kind, fact, visits: kind === 'visitors' ? visits : null }];
  });
}

/** The label of a table's count without the words of its column. */
const rowName = (fact: Fact): Fact => ({ ...fact, label: fact.label.split(' ')[0] ?? '' });

function inTables(reading: Reading): readonly Count[] {
  return reading.tables
    .filter(({ kind }) => kind === 'three-public' || kind === 'running-costs')
    .flatMap((table) =>
      [...table.facts.values()].flatMap((fact): readonly Count[] => {
        const kind = kindOf(rowName(fact)) ?? kindOf(fact);
        return kind === null || fact.phase === 'prior' ? [] : [{ kind, fact, visits: null }];
      }),
    );
}

/** The counts of the report's own year, from its sentences and from the tables that print them as rows or columns. */
export const countsOf = onceFor((reading: Reading): readonly Count[] => {
  const { year } = reading.profile;
  return [...passagesOf(reading).flatMap(({ mentions }) => inProse(mentions)), ...inTables(reading)].filter(
    ({ fact }) =>
      !fact.quantity.approximate &&
      fact.quantity.bound === null &&
      fact.phase !== 'prior' &&
      (fact.year === null || fact.year === year),
  );
});
