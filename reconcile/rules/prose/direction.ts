import type { Fact, Reading } from '../../../model/reading.ts';
import { comparable, type Mention, mentionsOf, passagesOf } from '../../prose/mention.ts';
import type { Remark, Rule } from '../../rule.ts';
import { allCompletions } from './completion.ts';
import { reasonsAgainst } from './reason.ts';

const EVEN = /(?:与|同|和|较|比)[^,;。]{0,16}(基本)?(?:持平|一致|相同|无变化)/u;
const OVER = /(?:大于|高于|超出|超过)(?:年初|全年)?预算(?:数)?$/u;

function remark(fact: Fact, words: string, figures: string, severity: Remark['severity']): Remark {
  return {
    rule: 'R-30-07',
    severity,
    place: fact.place,
    quote: fact.quote,
    template: 'direction',
    parameters: { words, figures },
    subject: `${fact.label}${words}`,
    facts: [fact],
  };
}

const shown = (mention: Mention): string =>
  `${mention.fact.quantity.raw}${mention.fact.quantity.printedUnit}`;

/** 增加 in front of the amount and 下降 in front of its rate cannot both be. */
function opposed(mentions: readonly Mention[]): readonly Remark[] {
  return mentions.flatMap((change, i): readonly Remark[] => {
    const rate = mentions[i + 1];
    if (
      change.role !== 'change' ||
      rate?.role !== 'rate' ||
      rate.sentence !== change.sentence ||
      /[。;]/u.test(rate.lead)
    )
      return [];
    const down = rate.fact.quantity.value.isNegative();
    const direction = down ? -1 : rate.direction;
    const even = change.fact.quantity.value.isZero() || rate.fact.quantity.value.isZero();
    if (even || change.direction === 0 || direction === 0 || direction === change.direction) return [];
    return [
      remark(
        rate.fact,
        `${change.lead.split(/[,;]/u).at(-1)}…${rate.lead.split(/[,;]/u).at(-1)}`,
        `${shown(change)}、${shown(rate)}`,
        'error',
      ),
    ];
  });
}

/** "决算数与预算数持平" after two amounts that differ. */
function uneven(mentions: readonly Mention[]): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const sentence of new Set(mentions.map((m) => m.sentence))) {
    const match = EVEN.exec(sentence.text);
    if (match === null || match[1] !== undefined) continue;
    const amounts = mentionsOf(sentence).filter((m) => m.role === 'amount' && m.start < match.index);
    const [a, b] = amounts;
    if (a === undefined || b === undefined || amounts.length !== 2 || !comparable(a, b)) continue;
    const labels = a.fact.label + b.fact.label;
    const against = match[0];
    const compared = /上年|去年|(?:19|20)\d\d年/u.test(against)
      ? a.fact.phase === 'prior' || b.fact.phase === 'prior' || a.fact.year !== b.fact.year
      : /预算/u.test(against) && /预算/u.test(labels) && /决算|支出|执行/u.test(labels);
    if (compared && !a.fact.quantity.value.eq(b.fact.quantity.value))
      remarks.push(remark(b.fact, match[0], `${shown(a)}、${shown(b)}`, 'error'));
  }
  return remarks;
}

/** A budget spent to 100 % and overspent at once. */
function overspent(reading: Reading): readonly Remark[] {
  return allCompletions(reading).flatMap(({ rate }): readonly Remark[] => {
    if (rate.role !== 'completion' || !rate.fact.quantity.value.eq(100)) return [];
    const excess = mentionsOf(rate.sentence).find((m) => OVER.test(m.lead) && m.fact.quantity.value.gt(0));
    return excess === undefined
      ? []
      : [remark(excess.fact, `${rate.lead}100%…${excess.lead}`, shown(excess), 'error')];
  });
}

const HEAD = '某县文化馆2024年度部门决算\n';

export const directionRule: Rule = {
  code: 'R-30-07',
  severity: 'error',
  title: { en: 'Words and figures', zh: '文字与数字的方向' },
  explanation: {
    en: 'An increase with a falling rate, two different amounts called equal, a budget spent to exactly 100 % and exceeded at once: the words contradict the figures. An amount that fell because the very same thing rose is a warning.',
    zh: '增加而比率下降、金额不同而称持平、完成预算100%而又大于预算的，文字与数字不符；金额减少而称原因是该项经费增加的，予以提示。',
  },
  fires: [
    `${HEAD}2024年度机关运行经费支出524.19万元，比2023年度增加9.05万元，下降1.76%。`,
    `${HEAD}会议费年初预算数为6.00万元，支出决算为5.00万元，决算数与预算数持平。`,
    `${HEAD}会议费支出决算为61.93万元，完成预算的100%，决算数大于预算数55.93万元。`,
    `${HEAD}机关运行经费支出24.00万元，比上年减少2.00万元。主要原因是机关运行经费增加。`,
  ],
  quiet: [
    `${HEAD}2024年度机关运行经费支出524.19万元，比2023年度增加9.05万元，增长1.76%。`,
    `${HEAD}会议费年初预算数为6.00万元，支出决算为6.00万元，决算数与预算数持平。`,
    `${HEAD}培训费支出0.93万元，上年度培训费支出5.51万元，相较上年减少4.58万元，增幅-83.12%。`,
    `${HEAD}机关运行经费支出24.00万元，比上年减少2.00万元。主要原因是机关运行经费减少。`,
    `${HEAD}基本支出24.00万元，比上年减少2.00万元。主要原因是退休人员经费增加，在职人员经费减少。`,
    `${HEAD}基本支出24.00万元，比上年减少2.00万元。主要原因是退休人员增加。`,
  ],
  remarks: (reading) => [
    ...passagesOf(reading).flatMap(({ mentions }) => [...opposed(mentions), ...uneven(mentions)]),
    ...overspent(reading),
    ...reasonsAgainst(reading),
  ],
};
