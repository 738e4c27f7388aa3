import type { Reading } from '../../../model/reading.ts';
import { namesOf, usesOf } from '../../../normalizers/codes/codes.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { Decimal } from '../../interval.ts';
import { type ClassTotal, classCode, type FunctionalItem, functionalOf } from '../../prose/items.ts';
import type { Remark, Rule, StatementDraft } from '../../rule.ts';
import { sumStatement } from '../../statement.ts';
import { shortCodes } from '../wording/code-digits.ts';

const CODE = 'R-05-02';

/** A class needs this many coded items before its list is taken to be complete. */
const FEWEST_ITEMS = 2;

interface ClassSum {
  readonly total: ClassTotal;
  readonly items: readonly FunctionalItem[];
  readonly draft: StatementDraft;
}

const itemClass = (item: FunctionalItem): string | null =>
  item.code?.slice(0, 3) ?? classCode(item.classLabel);

function classSums(reading: Reading): readonly ClassSum[] {
  const { items, totals } = functionalOf(reading);
  const year = reading.profile.year;
  const listed = items.filter((item) => item.amount.fact.year === null || item.amount.fact.year === year);
  const lastByClass = new Map(
    totals.filter(({ amount }) => amount.fact.year === year).map((total) => [total.code, total]),
  );
  return [...lastByClass.values()].flatMap((total): readonly ClassSum[] => {
    const own = listed.filter((item) => itemClass(item) === total.code);
    if (own.length === 0 || listed.length < FEWEST_ITEMS) return [];
    const draft = sumStatement({
      rule: CODE,
      stated: total.amount.fact,
      operands: own.map((item) => item.amount.fact),
      parameters: { form: 'class' },
    });
    return [{ total, items: own, draft }];
  });
}

/** Two classes off by the same amount in opposite directions, and an item of just that amount in the one that has too much. */
function misplaced(sums: readonly ClassSum[]): readonly StatementDraft[] {
  const gapOf = ({ draft, total }: ClassSum): Decimal =>
    draft.computed?.value.minus(total.amount.fact.quantity.value) ?? new Decimal(0);
  const broken = sums.filter(({ draft }) => draft.verdict === 'inconsistent');
  const ties = new Map<ClassSum, Record<string, string>>();
  for (const over of broken) {
    const under = broken.find(
      (other) => other !== over && gapOf(other).eq(gapOf(over).neg()) && gapOf(over).gt(0),
    );
    const item =
      under === undefined
        ? undefined
        : over.items.find(({ amount }) => amount.fact.quantity.value.eq(gapOf(over)));
    if (under === undefined || item === undefined) continue;
    const tie = {
      tie: `misplaced-${item.amount.fact.id}`,
      slip: 'misplaced-row',
      suspect: item.amount.fact.id,
      suggested: under.total.code ?? '',
    };
    ties.set(over, tie);
    ties.set(under, tie);
  }
  return sums.map((sum) => ({ ...sum.draft, parameters: { ...sum.draft.parameters, ...ties.get(sum) } }));
}

const REPORT = '某县文化馆2024年度部门决算\n';
const TOTALS =
  '2024年度一般公共预算财政拨款支出100.00万元，主要用于以下方面：社会保障和就业（类）60.00万元，占60.00%；卫生健康支出（类）40.00万元，占40.00%。\n';
const item = (name: string, code: string, amount: string) =>
  `${name}(${code})支出决算数为${amount}万元,完成预算100%;\n`;
const FIRST = item('社会保障和就业支出(类)人力资源和社会保障管理事务(款)行政运行(项)', '2080101', '50.00');
const SECOND = item('社会保障和就业支出(类)抚恤(款)死亡抚恤(项)', '2080801', '10.00');
const THIRD = item('卫生健康支出(类)行政事业单位医疗(款)行政单位医疗(项)', '2101101', '40.00');

export const classSumRule: Rule = {
  code: CODE,
  severity: 'error',
  title: { en: 'Class = sum of its items', zh: '类级支出＝所属项级支出之和' },
  explanation: {
    en: 'The items listed under a class of the functional classification add up to the class, by the prefix of their codes. Two equal and opposite gaps with an item of that amount are one misplaced row.',
    zh: '按科目编码前缀，项级支出之和应等于所属类级支出。两类差额相等而方向相反，且有一项恰为该数的，为一处列错科目。',
  },
  fires: [
    `${REPORT}${TOTALS}${FIRST}${SECOND.replace('2080801', '2100102').replace('社会保障和就业支出', '卫生健康支出')}${THIRD}`,
    `${REPORT}${TOTALS}${FIRST}${SECOND.replace('10.00', '11.00')}${THIRD}`,
  ],
  quiet: [`${REPORT}${TOTALS}${FIRST}${SECOND}${THIRD}`],
  statements: (reading) => misplaced(classSums(reading)),
};

const bareName = (label: string): string => squeeze(label).replace(/支出$/u, '');

function codeRemark(
  reading: Reading,
  item: FunctionalItem,
  template: string,
  severity: Remark['severity'],
  parameters: Record<string, string>,
): Remark {
  const { sentence, fact } = item.amount;
  const at = item.code === null ? -1 : sentence.text.indexOf(item.code);
  const quote = sentence.text.slice(Math.max(0, at - 60), at + 30);
  const place = reading.sentences[sentence.index]?.place ?? fact.place;
  return {
    rule: 'R-70-05',
    severity,
    place,
    quote,
    template,
    parameters,
    subject: `${template}${item.code ?? ''}${item.divisionLabel}`,
    facts: [],
  };
}

/** Items that the class sums have already shown to stand under the wrong code: one cause, one finding. */
function explained(reading: Reading): ReadonlySet<string> {
  return new Set(misplaced(classSums(reading)).flatMap(({ parameters }) => parameters.suspect ?? []));
}

/** The division that is printed before a code must be the one its first five digits belong to. */
function divisionRemarks(reading: Reading, item: FunctionalItem): readonly Remark[] {
  if (item.code === null) return [];
  const division = item.code.slice(0, 5);
  const sure = usesOf(division).some((use) => use.confidence !== 'known-check');
  const names = namesOf(division);
  if (names.length === 0 || !sure) return [];
  const printed = bareName(item.divisionLabel);
  if (names.some((name) => bareName(name) === printed)) {
    const [current] = names;
    const old = current !== undefined && bareName(current) !== printed;
    return old
      ? [codeRemark(reading, item, 'code-old', 'info', { printed: item.divisionLabel, expected: current })]
      : [];
  }
  // Only a name that is known to belong elsewhere is wrong; an unknown wording may be shorthand.
  const elsewhere = functionalDivisions(printed);
  if (elsewhere.length === 0 || elsewhere.includes(division)) return [];
  return [
    codeRemark(reading, item, 'code-parent', 'error', {
      code: item.code,
      expected: `${names[0]}(${division})`,
      printed: `${item.divisionLabel}(${elsewhere[0]})`,
    }),
  ];
}

const divisionsByName = new Map<string, readonly string[]>();
function functionalDivisions(name: string): readonly string[] {
  const known = divisionsByName.get(name);
  if (known !== undefined) return known;
  const found = DIVISIONS.filter(({ names }) => names.some((candidate) => bareName(candidate) === name)).map(
    ({ code }) => code,
  );
  divisionsByName.set(name, found);
  return found;
}
const DIVISIONS = functionalCodes();
function functionalCodes(): readonly { code: string; names: readonly string[] }[] {
  const found: { code: string; names: readonly string[] }[] = [];
  for (let code = 20_100; code < 23_500; code++) {
    const names = namesOf(String(code));
    if (names.length > 0) found.push({ code: String(code), names });
  }
  return found;
}

function twiceRemarks(reading: Reading, skip: ReadonlySet<string>): readonly Remark[] {
  const { items } = functionalOf(reading);
  const byName = Map.groupBy(
    items.filter(({ code }) => code !== null),
    (entry) => `${squeeze(entry.classLabel)}|${squeeze(entry.divisionLabel)}|${squeeze(entry.itemLabel)}`,
  );
  return [...byName.values()].flatMap((entries): readonly Remark[] => {
    const codes = [...new Set(entries.map((entry) => entry.code))];
    const [first] = entries;
    const told = entries.some(
      (entry) =>
        skip.has(entry.amount.fact.id) ||
        divisionRemarks(reading, entry).some(({ severity }) => severity === 'error'),
    );
    if (first === undefined || codes.length < 2 || told) return [];
    return [
      codeRemark(reading, first, 'code-twice', 'warning', { name: first.itemLabel, codes: codes.join('、') }),
    ];
  });
}

const DIVISION_NAMES = ['文化和旅游', '文物', '体育', '新闻出版电影'];
const columns = (...codes: readonly string[]): string =>
  `一般公共预算支出表\n单位：元\n类\t款\t项\t科目名称\t合计\n207\t\t\t文化旅游体育与传媒支出\t40\n${codes.map((code, i) => `207\t${code}\t\t${DIVISION_NAMES[i]}\t10\n`).join('')}`;

export const codeNameRule: Rule = {
  code: 'R-70-05',
  severity: 'error',
  title: { en: 'Codes and names', zh: '科目编码与名称' },
  explanation: {
    en: 'The division printed before a code must be the one its digits belong to; one item name cannot have two codes; an old name is noted. Where 类, 款 and 项 have columns of their own, a few codes with too few digits among whole ones lost one (a warning). Codes whose wording is unverified raise nothing.',
    zh: '编码前所列款级名称应与编码前五位相符；同一项级名称不应对应两个编码；旧称仅作提示。类、款、项分列的，同列中个别编码位数不足的，系漏位（警告）。未经核实的编码不作判断。',
  },
  fires: [
    `${REPORT}${item('社会保障和就业支出(类)人力资源和社会保障管理事务(款)其他就业补助(项)', '2080799', '338.31')}`,
    `${REPORT}${columns('1', '02', '03', '06')}`,
  ],
  quiet: [
    `${REPORT}${FIRST}${SECOND}${THIRD}`,
    `${REPORT}${columns('01', '02', '03', '06')}`,
    `${REPORT}${columns('1', '2', '3', '6')}`,
  ],
  remarks: (reading) => {
    const skip = explained(reading);
    const items = functionalOf(reading).items.filter((entry) => !skip.has(entry.amount.fact.id));
    return [
      ...items.flatMap((entry) => divisionRemarks(reading, entry)),
      ...twiceRemarks(reading, skip),
      ...shortCodes(reading),
    ];
  },
};
