import type { Fact, Reading } from '../../../model/reading.ts';
import { Interval } from '../../interval.ts';
import { comparable, type Mention, passagesOf } from '../../prose/mention.ts';
import { alike } from '../../prose/name.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { ratioStatement, sumStatement, truncated } from '../../statement.ts';

const CODE = 'R-30-02';

/** A change with what the sentence says about it: the current amount, the prior one, the difference, the rate. */
export interface Change {
  readonly current: Mention | null;
  readonly prior: Mention | null;
  readonly difference: Mention | null;
  readonly rate: Mention | null;
  /** True where the current amount stands in the sentence itself or is named by it. */
  readonly named: boolean;
}

/** 上年决算数, or "比2023年预算数15.00万元": an amount that the current one is compared with. */
const isPrior = (mention: Mention): boolean =>
  mention.fact.phase === 'prior' ||
  /(?:上年度?|去年|上一年度?|(?:与|比|较|同)(?:19|20)\d\d年)[^,;。]*$/u.test(mention.lead);

/** "比2023年预算执行数减少": the year that a change is measured against, or null. */
function comparedYear(lead: string): number | null {
  const year = /(?:与|比|较|同|相较于?)((?:19|20)\d\d)年/u.exec(lead)?.[1];
  return year === undefined ? null : Number(year);
}

/** The subject that a change names: "与2023年度相比,收入、支出总计各增加" → 收入、支出总计. */
function subjectOf(lead: string): string {
  const tail = lead.split(/[,;。:]/u).at(-1) ?? '';
  const words = tail
    .replace(/(?:各|同比|净)?(?:增长|增加|减少|下降|降低|上升|提高|压减|增幅|减幅|降幅)[^,]*$/u, '')
    .replace(/(?:与|比|较|同|相较于?).*$/u, '');
  return words.replace(/(?:19|20)\d\d年度?|本年度?|各$/gu, '');
}

/** How many figures before a change can hold the amount that it is about: paragraphs have no end where a page has none. */
const REACH = 300;

/** The changes that a document's prose states. */
export function changesOf(reading: Reading): readonly Change[] {
  const changes: Change[] = [];
  for (const { mentions } of passagesOf(reading)) {
    mentions.forEach((mention, i) => {
      const before = mentions[i - 1];
      const followed = before?.role === 'change' && before.sentence === mention.sentence;
      const starts = mention.role === 'change' || (mention.role === 'rate' && !followed);
      if (!starts) return;
      const next = mentions[i + 1];
      const rate =
        mention.role === 'rate'
          ? mention
          : next?.role === 'rate' && next.sentence === mention.sentence && !/[。;]/u.test(next.lead)
            ? next
            : null;
      const difference = mention.role === 'change' ? mention : null;
      const earlier = mentions
        .slice(Math.max(0, i - REACH), i)
        .filter((m) => m.role === 'amount' && m.fact.quantity.unit !== '%');
      const fits = (m: Mention) => difference === null || comparable(m, difference);
      const compared = comparedYear(mention.lead);
      const past = (m: Mention) => isPrior(m) || (compared !== null && m.fact.year === compared);
      const priors = earlier.filter((m) => past(m) && m.sentence === mention.sentence && fits(m));
      const prior = priors.at(-1) ?? null;
      const subject = subjectOf(mention.lead);
      const currents = earlier.filter((m) => !past(m) && fits(m) && sameYear(m, reading, mention));
      const byName =
        subject.length < 2
          ? undefined
          : (currents.findLast((m) => alike(m.fact.label, subject)) ??
            currents.findLast((m) => endsIn(m.fact.label, subject)));
      const priorMate =
        prior === null
          ? undefined
          : currents.findLast(
              (m) => m.sentence === mention.sentence && alike(m.fact.label, prior.fact.label),
            );
      const nearest =
        subject.length < 2 ? currents.findLast((m) => m.sentence === mention.sentence) : undefined;
      const current = byName ?? priorMate ?? nearest ?? soleBefore(mention, subject, currents) ?? null;
      changes.push({ current, prior, difference, rate, named: current !== null });
    });
  }
  return changes;
}

const unphased = (label: string): string => label.replace(/年初|全年|预算|决算|执行|总?[计额数]/gu, '');

/** "某局2018年财政拨款预算支出" ends in what 财政拨款支出 names: where the phase stands among the words does not matter. */
const endsIn = (label: string, subject: string): boolean => {
  const words = unphased(subject);
  return words.length >= 4 && unphased(label).endsWith(words);
};

const OPENS_COMPARISON = /^(?:与|比|较|同|相较于?)(?:上年|去年|上一年|(?:19|20)\d\d年)/u;

/** "…支出100万元,主要用于…。与上年相比增加10万元": a sentence without a subject goes on about the only amount before it. */
function soleBefore(mention: Mention, subject: string, currents: readonly Mention[]): Mention | undefined {
  if (subject !== '' || !OPENS_COMPARISON.test(mention.sentence.text)) return undefined;
  const [sole, ...others] = currents.filter((m) => m.sentence.index === mention.sentence.index - 1);
  return others.length === 0 ? sole : undefined;
}

function sameYear(mention: Mention, reading: Reading, of: Mention): boolean {
  const year = of.fact.year ?? reading.profile.year;
  return mention.fact.year === null || year === null || mention.fact.year === year;
}

const base = (change: Change): { interval: Interval; operands: readonly Fact[] } | null => {
  const { current, prior, difference } = change;
  if (prior !== null) return { interval: Interval.of(prior.fact.quantity), operands: [prior.fact] };
  if (current === null || difference === null) return null;
  const moved = Interval.of(difference.fact.quantity).times(difference.direction === -1 ? -1 : 1);
  return { interval: Interval.of(current.fact.quantity).minus(moved), operands: [current.fact] };
};

function statementsOf(change: Change): readonly StatementDraft[] {
  const { current, prior, difference, rate } = change;
  const drafts: StatementDraft[] = [];
  if (current !== null && prior !== null && difference !== null) {
    const [more, less] = difference.direction === -1 ? [prior, current] : [current, prior];
    drafts.push(
      sumStatement(
        {
          rule: CODE,
          stated: difference.fact,
          operands: [more.fact, less.fact],
          parameters: { form: 'difference' },
        },
        [1, -1],
      ),
    );
  }
  const over = base(change);
  if (rate === null || over === null) return drafts;
  const stated = rate.fact;
  if (difference !== null) {
    const moved = Interval.of(difference.fact.quantity).times(stated.quantity.value.isNegative() ? -1 : 1);
    drafts.push(
      ratioStatement({ rule: CODE, stated, parameters: { form: 'rate' } }, moved, over.interval, [
        difference.fact,
        ...over.operands,
      ]),
    );
  } else if (current !== null && prior !== null) {
    const moved = Interval.of(current.fact.quantity).minus(over.interval);
    const signed = rate.direction === -1 && !stated.quantity.value.isNegative() ? moved.negate() : moved;
    drafts.push(
      ratioStatement({ rule: CODE, stated, parameters: { form: 'rate-only' } }, signed, over.interval, [
        current.fact,
        ...over.operands,
      ]),
    );
  }
  return drafts.map((draft) => (truncated(draft) ? { ...draft, severity: 'info' } : draft));
}

/** R-30-02: an increase or decrease, its rate, and the two amounts it lies between are one piece of arithmetic. */
export const changeRule: Rule = {
  code: CODE,
  severity: 'error',
  title: { en: 'Change against the year before', zh: '与上年相比的增减额与增减率' },
  explanation: {
    en: 'A stated increase or decrease must be the difference of the two amounts, and its rate that difference divided by the prior amount. The prior amount is the printed one, else the current amount less the change. Every figure stands for its interval of rounding. A rate that was cut off instead of rounded is information.',
    zh: '增减额应等于本年数与上年数之差；增减率应等于增减额除以上年数。上年数未列示时，以本年数减去增减额推算。各数按其末位四舍五入的区间比较。截尾而非四舍五入的增减率，仅作提示。',
  },
  fires: [
    '某县文化馆2024年部门预算\n某县文化馆2024年财政拨款预算支出660.00万元，占本年支出合计的100%。与上年相比，财政拨款支出增加60.00万元，增长9.09%。',
    '某县文化馆2024年部门预算\n1．文物保护（项）支出660.00万元，主要用于修缮。与上年相比增加60.00万元，增长1.00%。',
    '某县文化馆2024年度部门决算\n2024年度会议费支出5.65万元，上年度会议费支出6.89万元，相较上年度减少1.42万元。',
    '某县文化馆2024年度部门决算\n2024年度机关运行经费支出524.19万元，比2023年度增加9.05万元，增长1.86%。',
  ],
  quiet: [
    '某县文化馆2024年部门预算\n某县文化馆2024年财政拨款预算支出660.00万元，占本年支出合计的100%。与上年相比，财政拨款支出增加60.00万元，增长10.00%。',
    '某县文化馆2024年部门预算\n1．文物保护（项）支出660.00万元，主要用于修缮。与上年相比增加60.00万元，增长10.00%。',
    '某县文化馆2024年部门预算\n基本支出600.00万元，项目支出60.00万元。与上年相比增加60.00万元，增长20.00%。',
    '某县文化馆2024年度部门决算\n2024年度机关运行经费支出524.19万元，比2023年度增加9.05万元，增长1.76%。',
    '某县文化馆2024年度部门决算\n2024年度收入、支出总计均为800.00万元。与2023年度相比，收入、支出总计各增加50.00万元，增长6.67%。',
    '某县文化馆2024年度部门决算\n会议费支出5.65万元，上年度会议费支出6.89万元，相较上年度减少1.24万元，增幅-18.03%。',
    '某县文化馆2024年部门预算\n2024年“三公”经费预算14.00万元，比2023年预算数15.00万元减少1.00万元，下降6.67%。',
  ],
  statements: (reading) => changesOf(reading).flatMap(statementsOf),
};
