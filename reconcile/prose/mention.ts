import type { Fact, Reading, Sentence } from '../../model/reading.ts';
import { sameUnit } from '../../normalizers/number/unit.ts';
import { onceFor } from '../../normalizers/once.ts';

/**
 * What a figure does in its sentence.
 * `amount` states a size; `share` a part of a base; `change` a difference to another period; `rate` such a difference in
 * per cent; `completion` a result in per cent of a plan; `deviation` (result − plan) ÷ plan; `target` a plan's size;
 * `score` points; `indicator` any other percentage.
 */
export type Role =
  | 'amount'
  | 'share'
  | 'change'
  | 'rate'
  | 'completion'
  | 'deviation'
  | 'target'
  | 'score'
  | 'indicator';

export interface Mention {
  readonly fact: Fact;
  readonly sentence: Sentence;
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  /** The words between the figure before (or the sentence's start) and this one. */
  readonly lead: string;
  /** The base that a share or a completion names ("本年支出合计", "年初预算"), '' where none. */
  readonly base: string;
  /** +1 for 增加, −1 for 减少, 0 where no direction is said. */
  readonly direction: -1 | 0 | 1;
  /** How many parentheses are open at the figure. */
  readonly depth: number;
}

const UP = '增长|增加|上升|提高|增幅|增多|上涨|增';
const DOWN = '减少|下降|降低|减幅|降幅|压减|缩减|节约|减';
const TAIL = '(?:了|额|数|率|幅度|幅|的幅度)?(?:为|是|达到?|约|近)?';
const CHANGE = new RegExp(`(?:(${UP})|(${DOWN}))${TAIL}$`, 'u');
const SHARE = /(?:占|占比)([^,;。占]{0,40}?)(?:的)?(?:总?比[重例率]?|百分比)?(?:为|是|达到?|约)?$/u;
const COMPLETION =
  /(?:完成|占|达到?|为)?((?:年初|全年|调整后?|年度|本年|当年)?(?:预算|目标|任务|计划)(?:数|任务)?)(?:的)?$/u;
const COMPLETION_RATE =
  /((?:预算|计划|资金|采购)?(?:完成|执行|支出|使用|支付)(?:率|进度|比例))(?:仅|达到?|为|是|约)*$/u;
const DEVIATION = /(?:差异率|偏离度|偏离率|偏差率|差异幅度)(?:为|是|达到?)?$/u;
const PLAN = /(?:目标|任务|计划|指标|高于|低于|超过)(?:数|值|任务)?(?:为|是)?$/u;
const COMPARES =
  /(?:与|同|和|比|较|相较于?).{0,24}(?:相比|比较|年|年度|上年|上期|去年)|同比|各(?:增|减)|相比/u;

function roleOf(
  fact: Fact,
  lead: string,
  before: string,
): { role: Role; base: string; direction: -1 | 0 | 1 } {
  const { unit, printedUnit } = fact.quantity;
  const change = CHANGE.exec(lead);
  const direction = change === null ? 0 : change[1] !== undefined ? 1 : -1;
  if (unit === '%') {
    if (/百分点/u.test(printedUnit)) return { role: 'indicator', base: '', direction };
    if (DEVIATION.test(lead)) return { role: 'deviation', base: '', direction };
    if (change !== null) return { role: 'rate', base: '', direction };
    const share = SHARE.exec(lead);
    if (share !== null && !/预算/u.test(share[1] ?? ''))
      return { role: 'share', base: share[1] ?? '', direction };
    const plan = COMPLETION.exec(lead) ?? COMPLETION_RATE.exec(lead);
    if (plan !== null) return { role: 'completion', base: plan[1] ?? '', direction };
    if (/^的?$/u.test(lead) && PLAN.test(before)) return { role: 'completion', base: '目标', direction };
    return { role: 'indicator', base: '', direction };
  }
  if (unit === '分') return { role: 'score', base: '', direction };
  if (
    change !== null &&
    (COMPARES.test(lead) || /^[,、;]?(?:净|各|同比)?(?:增|减|上|下|提|降)/u.test(lead))
  ) {
    return { role: 'change', base: '', direction };
  }
  if (/(?:完成|目标|任务|指标).{0,10}$/u.test(lead) && PLAN.test(lead))
    return { role: 'target', base: '', direction };
  return { role: 'amount', base: '', direction: 0 };
}

/** The figures of a sentence with what they do there, in order; the same objects as in its passage. */
export const mentionsOf = onceFor((sentence: Sentence): readonly Mention[] => {
  const mentions: Mention[] = [];
  let from = 0;
  let before = '';
  let [counted, open] = [0, 0];
  for (const fact of sentence.facts) {
    if (fact.origin.kind !== 'prose') continue;
    const { start, end } = fact.origin;
    const lead = sentence.text.slice(from, start);
    const since = sentence.text.slice(counted, start);
    open += (since.match(/\(/gu)?.length ?? 0) - (since.match(/\)/gu)?.length ?? 0);
    counted = start;
    mentions.push({
      fact,
      sentence,
      start,
      end,
      lead,
      depth: Math.max(0, open),
      ...roleOf(fact, lead, before),
    });
    before = lead;
    from = end;
  }
  return mentions;
});

/** The mentions of one paragraph in order, sentence by sentence. */
export interface Passage {
  readonly paragraph: number;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
}

/** Every paragraph with its mentions. The rules share it. */
export const passagesOf = onceFor((reading: Reading): readonly Passage[] => {
  const byParagraph = Map.groupBy(reading.sentences, (sentence) => sentence.paragraph);
  return [...byParagraph].map(([paragraph, sentences]) => ({
    paragraph,
    sentences,
    mentions: sentences.flatMap(mentionsOf),
  }));
});

/** True where the two figures count or measure the same thing. */
export const comparable = (a: Mention, b: Mention): boolean =>
  a.fact.quantity.unit !== '' && sameUnit(a.fact.quantity.unit, b.fact.quantity.unit);
