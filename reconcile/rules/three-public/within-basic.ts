import type { Fact, Phase, Reading } from '../../../model/reading.ts';
import { largestOf, ownPhase, printsOf } from '../../agreement/amounts.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { unchecked } from '../../statement.ts';
import { agree, figureOf } from '../cross/entry.ts';
import { ledgerOf } from '../cross/ledger.ts';
import { atMost } from '../tables/claim.ts';

const CODE = 'R-07-04';

interface Part {
  readonly code: string;
  /** Places fill codes with items of their own (30212 for the outings of pensioners): the name must agree. */
  readonly name: RegExp;
  /** The public expense that it is a part of, the finer one first. */
  readonly of: readonly string[];
}

/** Economic items of basic expenditure that are public expenses. */
const PARTS: readonly Part[] = [
  { code: '30212', name: /^因公出国/u, of: ['three-public.abroad'] },
  { code: '30217', name: /接待/u, of: ['three-public.reception'] },
  { code: '30231', name: /^公务用车运行/u, of: ['three-public.running', 'three-public.vehicles'] },
  { code: '31013', name: /^公务用车购置/u, of: ['three-public.purchase', 'three-public.vehicles'] },
];

interface Pair {
  readonly part: Fact;
  readonly whole: Fact | null;
}

function pairsOf(reading: Reading, phase: Phase): readonly Pair[] {
  const basic = ledgerOf(reading).entries.filter(
    (entry) =>
      entry.form.name === 'basic' &&
      entry.fund === 'general-public' &&
      entry.measure === 'basic' &&
      entry.flow === 'expenditure' &&
      entry.phase === phase,
  );
  return PARTS.flatMap(({ code, name, of }): readonly Pair[] => {
    const part = figureOf(basic.find(({ item }) => item === code));
    if (part === null || !name.test(part.label)) return [];
    const wholes = of.map((metric) => printsOf(reading, metric, phase)).find((prints) => prints.length > 0);
    return [{ part, whole: largestOf(wholes ?? []) }];
  });
}

/** True where some item is printed alike in both tables: then they have one scope. */
const sameScope = (pairs: readonly Pair[]): boolean =>
  pairs.some(({ part, whole }) => whole !== null && part.quantity.value.gt(0) && agree(part, whole));

function statements(reading: Reading): readonly StatementDraft[] {
  const pairs = pairsOf(reading, ownPhase(reading));
  const severity = sameScope(pairs) ? 'error' : 'warning';
  const drafts = pairs.flatMap(({ part, whole }): readonly StatementDraft[] => {
    if (whole !== null) {
      const draft = atMost(CODE, part, whole, severity)?.draft;
      return draft === undefined ? [] : [{ ...draft, parameters: { template: 'part-over' } }];
    }
    const claim = { rule: CODE, kind: 'order', stated: part, operands: [], severity } as const;
    return part.quantity.value.isZero() ? [] : [unchecked(claim, 'no-counterpart')];
  });
  const broken = drafts.filter(({ verdict }) => verdict === 'inconsistent');
  if (broken.length < 2) return drafts;
  // Several items over at once have one cause: one of the two tables is about something else.
  return drafts.map((draft) =>
    draft.verdict === 'inconsistent' ? { ...draft, parameters: { ...draft.parameters, tie: CODE } } : draft,
  );
}

const HEAD = '某县文化馆2024年度部门决算\n';
const basic = (reception: string, vehicles: string) =>
  `一般公共预算财政拨款基本支出决算表\n\n单位：万元\n\n科目编码\t科目名称\t决算数\n\t合计\t60.00\n301\t工资福利支出\t48.00\n30101\t基本工资\t48.00\n302\t商品和服务支出\t10.00\n30217\t公务接待费\t${reception}\n30231\t公务用车运行维护费\t${vehicles}\n303\t对个人和家庭的补助\t2.00\n30302\t退休费\t2.00\n\n以上数据经本单位核对。\n\n`;
const three = (reception: string) =>
  `“三公”经费支出决算表\n\n单位：元\n\n项目\t预算数\t决算数\n合计\t200000.00\t120000.00\n因公出国（境）费\t0.00\t0.00\n公务用车购置及运行维护费\t120000.00\t80000.00\n公务接待费\t80000.00\t${reception}\n`;

export const withinBasicRule: Rule = {
  code: CODE,
  severity: 'error',
  title: {
    en: 'Public expenses within basic expenditure',
    zh: '基本支出中的“三公”经费不大于“三公”经费',
  },
  explanation: {
    en: 'Travel abroad (30212), reception (30217), running (30231) and purchase of vehicles (31013) in the table of basic expenditure are parts of the three public expenses of the same year and phase, so at most as large; never tested for equality, since projects pay the rest. An error where some item agrees in both, a warning where nothing shows that both have one scope; several items over at once are one finding.',
    zh: '基本支出表中的因公出国（境）费用（30212）、公务接待费（30217）、公务用车运行维护费（30231）、公务用车购置（31013）为同年度同阶段“三公”经费的组成部分，不应大于后者；其余可能由项目支出负担，故不核对相等。两表有项目相等、可证口径一致的列为错误，否则仅作提示；多项同时超出的合并提示一次。',
  },
  fires: [
    `${HEAD}${basic('5.20', '8.00')}${three('40000.00')}`,
    `${HEAD}${basic('5.20', '9.10')}${three('40000.00')}`,
    `${HEAD}公务接待费支出决算为3.10万元。\n${basic('5.20', '0.00')}`,
  ],
  quiet: [
    `${HEAD}${basic('2.00', '8.00')}${three('40000.00')}`,
    `${HEAD}${basic('4.00', '8.00')}${three('39996.00')}`,
    `${HEAD}${basic('5.20', '8.00')}`,
    `${HEAD}上年公务接待费支出3.10万元。\n${basic('5.20', '0.00')}`,
    `${HEAD}公务接待费支出决算为3.10万元。\n${basic('5.20', '0.00').replace('公务接待费\t5.20', '退休人员活动费\t5.20')}`,
    `${HEAD}${basic('0.00', '0.00')}本单位无“三公”经费支出。`,
  ],
  statements,
};
