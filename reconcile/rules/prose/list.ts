import type { Fact, Reading } from '../../../model/reading.ts';
import { headingLevel } from '../../../normalizers/prose/heading.ts';
import { Interval } from '../../interval.ts';
import { comparable, type Mention, type Passage, passagesOf } from '../../prose/mention.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { judge, sumStatement } from '../../statement.ts';

/** "共有14个项目共1758.76万元": a number of things and their amount, announced before they are listed one a paragraph. */
const ANNOUNCES = /(?:具体|情况|明细|分别)?(?:如下|为)?:?$|如下[:。]?$/u;
const ITEM = /^[^,;。]{2,60}:/u;

function listBehind(passages: readonly Passage[], at: number): readonly Mention[] {
  const items: Mention[] = [];
  for (let i = at + 1; i < passages.length; i++) {
    const passage = passages[i];
    const first = passage?.sentences[0];
    if (passage === undefined || first === undefined) break;
    const opening = headingLevel(first.text) !== null || !ITEM.test(first.text);
    const amount = passage.mentions.find((m) => m.role === 'amount' && m.fact.quantity.unit === '元');
    if (opening || amount === undefined || amount.sentence !== first) break;
    items.push(amount);
  }
  return items;
}

interface Announced {
  readonly count: Mention;
  readonly amount: Mention | null;
  readonly items: readonly Mention[];
}

function announcedLists(reading: Reading): readonly Announced[] {
  const passages = passagesOf(reading);
  return passages.flatMap((passage, at): readonly Announced[] => {
    const text = passage.sentences.at(-1)?.text ?? '';
    if (!/如下[:。]?$|:$/u.test(text) || !ANNOUNCES.test(text)) return [];
    const count = passage.mentions.find(
      (m) => /^(?:个|项)$/u.test(m.fact.quantity.unit) && /共有?$|共计$/u.test(m.lead),
    );
    if (count === undefined) return [];
    const amount =
      passage.mentions.find(
        (m) =>
          m.sentence === count.sentence &&
          m.start > count.start &&
          m.role === 'amount' &&
          m.fact.quantity.unit === '元',
      ) ?? null;
    const items = listBehind(passages, at);
    return items.length < 2 ? [] : [{ count, amount, items }];
  });
}

function countStatement({ count, items }: Announced): StatementDraft {
  const claim = {
    rule: 'R-60-04',
    kind: 'count',
    stated: count.fact,
    operands: items.map((m) => m.fact),
    statedTotal: true,
  } as const;
  return judge(
    { ...claim, parameters: { template: 'list', count: String(items.length) } },
    Interval.point(items.length),
  );
}

function sumOf({ amount, items }: Announced): readonly StatementDraft[] {
  if (amount === null) return [];
  return [
    sumStatement({
      rule: 'R-30-05',
      stated: amount.fact,
      operands: items.map((m) => m.fact),
      parameters: { form: 'list' },
    }),
  ];
}

/** "以上累计培训1829人(其中脱贫劳动力974人)": the paragraph's own items before it, outside and inside parentheses. */
const ABOVE = /以上(?:各项|几项)?(?:累计|合计|共计|总计)/u;

function aboveStatements(passage: Passage): readonly StatementDraft[] {
  return passage.mentions.flatMap((total, i): readonly StatementDraft[] => {
    if (!ABOVE.test(total.lead)) return [];
    const drafts = [aboveStatement(total, passage.mentions.slice(0, i), 0)];
    const inner = passage.mentions[i + 1];
    if (inner !== undefined && inner.depth > total.depth && inner.sentence === total.sentence) {
      drafts.push(aboveStatement(inner, passage.mentions.slice(0, i), inner.depth));
    }
    return drafts.flatMap((draft) => draft ?? []);
  });
}

function aboveStatement(total: Mention, before: readonly Mention[], depth: number): StatementDraft | null {
  const parts = before.filter((m) => m.role === 'amount' && m.depth === depth && comparable(m, total));
  if (parts.length < 2) return null;
  return sumStatement({
    rule: 'R-30-05',
    stated: total.fact,
    operands: parts.map((m): Fact => m.fact),
    parameters: { form: 'above' },
  });
}

/** The part of R-30-05 that sums lists over sentences and paragraphs. */
export const listSums = (reading: Reading): readonly StatementDraft[] => [
  ...announcedLists(reading).flatMap(sumOf),
  ...passagesOf(reading).flatMap(aboveStatements),
];

const REPORT = '某县文化馆2024年度部门整体支出绩效自评报告\n';
const LIST =
  '共有3个项目共60.00万元。具体情况如下：\n系统维护费：全年执行数10.00万元，主要用于维护。\n考试经费：全年执行数20.00万元，主要用于考试。\n';

export const listCountRule: Rule = {
  code: 'R-60-04',
  severity: 'error',
  title: { en: 'A number of things and the list of them', zh: '所称个数与列举条数' },
  explanation: {
    en: 'Where a number of projects or indicators is announced and then listed one a paragraph, the list must have that many entries.',
    zh: '先称“共N个项目”再逐段列举的，列举条数应为N。',
  },
  fires: [`${REPORT}${LIST}`],
  quiet: [`${REPORT}${LIST}培训经费：全年执行数30.00万元，主要用于培训。`],
  statements: (reading) => announcedLists(reading).map(countStatement),
};
