import type { Fact, Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { Interval } from '../../interval.ts';
import { type Mention, mentionsOf, type Passage, passagesOf } from '../../prose/mention.ts';
import { shareBase } from '../../prose/share-base.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { judge, ratioStatement, truncated, unchecked } from '../../statement.ts';

const SHARE = 'R-30-01';
const SHARES = 'R-30-04';

interface Share {
  readonly share: Mention;
  readonly item: Mention;
  readonly base: Fact | null;
  /** What the share is taken of: the base, or where none is printed all parts of a list whose shares make 100 %. */
  readonly whole: readonly Fact[];
}

type Based = Omit<Share, 'whole'>;

const kindOf = ({ share, item }: Based): string => `${share.base}|${item.fact.quantity.unit}`;

/** The shares of one sentence whose base is printed nowhere: where those of a kind make 100 %, their items are all of it. */
function withoutBase(sentence: readonly Based[]): ReadonlyMap<string, readonly Fact[]> {
  const groups = Map.groupBy(
    sentence.filter(({ base }) => base === null),
    kindOf,
  );
  const wholes = [...groups].map(([kind, group]): readonly [string, readonly Fact[]] => {
    const sum = Interval.sum(group.map(({ share }) => Interval.of(share.fact.quantity)));
    const items = new Set(group.map(({ item }) => item.fact));
    const makesAll = items.size >= 2 && items.size === group.length && sum.meets(Interval.point(100));
    return [kind, makesAll ? [...items] : []];
  });
  return new Map(wholes);
}

function sharesOf(reading: Reading, passage: Passage): readonly Share[] {
  return passage.sentences.flatMap((sentence) => {
    const shares: Based[] = [];
    const taken = new Set<Mention>();
    const mentions = mentionsOf(sentence);
    let item: Mention | null = null;
    for (const mention of mentions) {
      if (mention.role === 'amount' && mention.fact.quantity.unit !== '%') item = mention;
      if (mention.role !== 'share' || item === null || taken.has(item)) continue;
      taken.add(item);
      shares.push({ share: mention, item, base: shareBase(reading, mention, item, mentions) });
    }
    const wholes = withoutBase(shares);
    return shares.map((one) => ({
      ...one,
      whole: one.base === null ? (wholes.get(kindOf(one)) ?? []) : [one.base],
    }));
  });
}

/** Shares are often set so that they add up to 100.00: one unit of the last place off is then the balancing, no slip. */
function balanced(draft: StatementDraft, base: Fact | undefined, shares: readonly Share[]): boolean {
  const { stated, computed } = draft;
  if (draft.verdict !== 'inconsistent' || stated === null || computed === null) return false;
  const place = stated.quantity.half.mul(2);
  const rounded = computed.value.toDecimalPlaces(stated.quantity.decimals);
  if (rounded.minus(stated.quantity.value).abs().gt(place)) return false;
  return base !== undefined && (sumsByBase(shares).get(base.id)?.value.eq(100) ?? false);
}

/** What the shares of each base come to, by the id of the base. */
const sumsByBase = onceFor((shares: readonly Share[]): ReadonlyMap<string, Interval> => {
  const groups = Map.groupBy(shares, ({ whole }) => whole[0]?.id ?? '');
  const points = ({ share }: Share) => Interval.point(share.fact.quantity.value);
  return new Map([...groups].map(([id, group]) => [id, Interval.sum(group.map(points))]));
});

function shareStatement({ share, item, whole }: Share, shares: readonly Share[]): StatementDraft {
  const claim = { rule: SHARE, stated: share.fact, parameters: { form: 'share' } };
  if (whole.length === 0 || whole.some(({ quantity }) => quantity.unit !== item.fact.quantity.unit)) {
    return unchecked({ ...claim, kind: 'ratio', operands: [item.fact] }, 'base-unnamed');
  }
  const base = Interval.sum(whole.map((fact) => Interval.of(fact.quantity)));
  const others = whole.filter((fact) => fact !== item.fact);
  const draft = ratioStatement(claim, Interval.of(item.fact.quantity), base, [item.fact, ...others]);
  return truncated(draft) || balanced(draft, whole[0], shares) ? { ...draft, severity: 'info' } : draft;
}

/** R-30-04: the shares of a list that is complete (its amounts add up to the base) add up to 100 %. */
function totalStatements(shares: readonly Share[]): readonly StatementDraft[] {
  const byBase = Map.groupBy(
    shares.filter(({ base }) => base !== null),
    ({ share, base }) => `${share.sentence.index}:${base?.id}`,
  );
  const drafts: StatementDraft[] = [];
  for (const group of byBase.values()) {
    const [first] = group;
    const base = first?.base;
    if (first === undefined || base === null || base === undefined || group.length < 2) continue;
    const items = Interval.sum(group.map(({ item }) => Interval.of(item.fact.quantity)));
    if (!items.meets(Interval.of(base.quantity))) continue;
    // Where no share of the list holds, they are taken of something else: that is told share by share.
    if (group.every((share) => shareStatement(share, group).verdict === 'inconsistent')) continue;
    const facts = group.map(({ share }) => share.fact);
    const sum = Interval.sum(facts.map((fact) => Interval.of(fact.quantity)));
    const stated = facts[facts.length - 1];
    if (stated === undefined) continue;
    // What is stated is the whole: 100 % less the other shares is what the last one has to be.
    const others = Interval.sum(facts.slice(0, -1).map((fact) => Interval.of(fact.quantity)));
    const rest = Interval.point(100).minus(others);
    const draft = judge(
      {
        rule: SHARES,
        kind: 'difference',
        formula: { kind: 'rest', whole: 100 },
        stated,
        operands: facts.slice(0, -1),
        parameters: { form: 'shares', sum: sum.value.toFixed() },
      },
      rest,
    );
    drafts.push(draft);
  }
  return drafts;
}

const allShares = onceFor((reading: Reading) =>
  passagesOf(reading).flatMap((passage) => sharesOf(reading, passage)),
);

export const shareRule: Rule = {
  code: SHARE,
  severity: 'error',
  title: { en: 'Share of a total', zh: '占比' },
  explanation: {
    en: 'A stated share must be the item divided by the base that the sentence names or opens with. Where no base is printed the items together are the base if the shares of the sentence make 100 %; otherwise the share stays unchecked. A share that was cut off instead of rounded is information.',
    zh: '所列占比应等于该项金额除以句中指明的基数；基数未列示而句中各占比合计为100%的，以各项之和为基数；否则不作核对。截尾而非四舍五入的，仅作提示。',
  },
  fires: [
    '某县文化馆2024年度部门决算\n2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.00%；项目支出200.00万元，占42.00%。',
    '某县文化馆2024年度部门决算\n车辆费用中，燃料费支出30.00万元，占50.00%；维修费支出24.00万元，占40.00%；保险费支出4.00万元，占10.00%。',
    '某县文化馆2024年度部门决算\n2024年度“三公”经费财政拨款支出决算为18.52万元。\n2024年度“三公”经费财政拨款支出决算中，公务用车购置及运行维护费支出决算12.32万元，占66.25%；公务接待费支出决算6.20万元，占33.48%。',
  ],
  quiet: [
    '某县文化馆2024年度部门决算\n2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.00%；项目支出200.00万元，占40.00%。',
    '某县文化馆2024年度部门决算\n政府采购支出总额35.13万元，主要用于信息化建设，占政府采购支出总额的100%。',
    '某县文化馆2024年度部门决算\n车辆费用中，燃料费支出30.00万元，占50.00%；维修费支出24.00万元，占40.00%；保险费支出6.00万元，占10.00%。',
    '某县文化馆2024年度部门决算\n车辆费用中，燃料费支出30.00万元，占50.00%；维修费支出4.00万元，占40.00%。',
    '某县文化馆2024年度部门决算\n资产利用面积120平方米，占31.5%。',
  ],
  statements: (reading) => allShares(reading).map((share, _, all) => shareStatement(share, all)),
};

export const sharesRule: Rule = {
  code: SHARES,
  severity: 'error',
  title: { en: 'Shares of a complete list', zh: '各项占比之和' },
  explanation: {
    en: 'Where the items of a list add up to their base, their shares must add up to 100 %, within half a unit of the last place for each.',
    zh: '各项金额之和等于基数时，各项占比之和应为100%，误差不超过各占比末位之半的合计。',
  },
  fires: [
    '某县文化馆2024年度部门决算\n2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占60.00%；项目支出200.00万元，占42.00%。',
  ],
  quiet: [
    '某县文化馆2024年度部门决算\n2024年度本年支出合计300.00万元，其中：人员支出100.00万元，占33.33%；公用支出100.00万元，占33.33%；项目支出100.00万元，占33.33%。',
  ],
  statements: (reading) => totalStatements(allShares(reading)),
};
