import type { Place } from '../../../model/place.ts';
import type { Reading } from '../../../model/reading.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { amountOf, ownPhase, printsOf } from '../../agreement/amounts.ts';
import { bodyOf, linesOf } from '../../document/lines.ts';
import { explains, isPublication, sectionsAbsent, whollyRead } from '../../document/wholeness.ts';
import { Interval } from '../../interval.ts';
import type { Remark, Rule } from '../../rule.ts';
import { book, FULL_SET } from './example.ts';

const CODE = 'R-80-02';

interface Element {
  readonly name: string;
  /** Anything that may disclose it. Loose: a duty that speaks of 政府采购 hides a missing section, and that is the lesser evil. */
  readonly words: RegExp;
}

/** 其他重要事项 of a final account; a report that has most of them is asked for the rest. */
const MATTERS: readonly Element[] = [
  { name: '政府采购支出情况', words: /政府采购/u },
  { name: '国有资产占有使用情况', words: /国有资产|共有车辆|固定资产|资产情况/u },
  { name: '预算绩效情况', words: /绩效/u },
];
const RUNNING: Element = { name: '机关运行经费支出情况', words: /机关运行/u };
const THREE_PUBLIC: Element = { name: '“三公”经费情况', words: /三公/u };
/** Administrative bodies have 机关运行经费; public institutions do not. */
const ADMINISTRATIVE = /(?:委员会|办公室|办公厅|人民政府|法院|检察院|街道|办事处|局|厅|委|部|镇|乡)$/u;
const FEWEST_PRESENT = 3;

const ITEMS: readonly (Element & { readonly metric: string })[] = [
  { metric: 'three-public.abroad', name: '因公出国（境）费', words: /出国/u },
  { metric: 'three-public.vehicles', name: '公务用车购置及运行维护费', words: /用车|车辆/u },
  { metric: 'three-public.reception', name: '公务接待费', words: /接待/u },
];
/** What must be counted where money was spent; "0批次" counts, too. */
const COUNTS: readonly { readonly metric: string; readonly elements: readonly Element[] }[] = [
  {
    metric: 'three-public.abroad',
    elements: [
      { name: '因公出国（境）团组数', words: /团组?|批次?/u },
      { name: '因公出国（境）人数', words: /\d人|人[次数]/u },
    ],
  },
  { metric: 'three-public.purchase', elements: [{ name: '公务用车购置数', words: /辆|车辆购置数/u }] },
  { metric: 'three-public.running', elements: [{ name: '公务用车保有量', words: /辆|保有量/u }] },
  {
    metric: 'three-public.reception',
    elements: [
      { name: '国内公务接待批次', words: /批/u },
      { name: '国内公务接待人次', words: /\d余?人|人次|人数/u },
    ],
  },
];
const COMBINED = /购置(?:费)?(?:及|和|与|、)(?:公务用车)?运行/gu;
const CHANGED =
  /(?:增加|减少|下降|增长|降低|上升|压减)(?:了)?(?!0(?:\.0+)?(?:万元|元|%))\d|(?:大于|小于|高于|低于)[^。]{0,6}(?:预算|上年)/u;
const REASON = /因(?!公)|由于|根据|按照|为了|厉行|规定|精神|主要|新增|取消|调整|疫情|需要|安排/u;

/** What the report says of the three public expenses: their section, and any sentence that names one of them. */
const threePublicText = (reading: Reading): string => {
  const body = new Set(bodyOf(reading).map(({ index }) => index));
  return reading.sentences
    .filter(
      ({ paragraph, headings, text }) =>
        body.has(paragraph) &&
        (/三公|出国|公务用车|公务接待/u.test(text) || headings.some((heading) => heading.includes('三公'))),
    )
    .map(({ text }) => text)
    .join('\n');
};

const tableText = (reading: Reading): string =>
  reading.tables
    .filter(({ kind }) => kind === 'three-public' || kind === 'running-costs')
    .flatMap(({ table }) => table.cells.map(({ text }) => squeeze(text)))
    .join('\n');

const isSpent = (reading: Reading, metric: string): boolean =>
  printsOf(reading, metric, ownPhase(reading)).some(({ quantity }) => quantity.value.gt(0));

/** The elements of 其他重要事项 that are not there, in a report that has most of them. */
function mattersMissing(reading: Reading): readonly Element[] {
  const { kind, entity, scope } = reading.profile;
  const administrative = scope !== 'unit' && ADMINISTRATIVE.test(entity ?? '');
  const asked = [
    THREE_PUBLIC,
    ...(administrative ? [RUNNING] : []),
    ...(kind === 'final-account' ? MATTERS : MATTERS.slice(0, 1)),
  ];
  const lines = bodyOf(reading);
  const missing = asked.filter(({ words }) => !lines.some(({ text }) => words.test(text)));
  const all = [THREE_PUBLIC, RUNNING, ...MATTERS];
  const present = all.filter(({ words }) => lines.some(({ text }) => words.test(text)));
  return present.length < FEWEST_PRESENT ? [] : missing;
}

/** True where the items that are named make up the total: then the others are nothing. */
function addUp(reading: Reading): boolean {
  const phase = ownPhase(reading);
  const total = amountOf(reading, 'three-public', phase);
  const items = ITEMS.flatMap(({ metric }) => amountOf(reading, metric, phase) ?? []);
  const sum = Interval.sum(items.map(({ quantity }) => Interval.of(quantity)));
  return total !== null && items.length > 0 && sum.meets(Interval.of(total.quantity));
}

/** The parts of the three public expenses that neither the text nor a table names, while the text gives a total. */
function itemsMissing(reading: Reading, text: string, tables: string): readonly Element[] {
  if (!isSpent(reading, 'three-public') || text === '') return [];
  const unnamed = ITEMS.filter(({ words }) => !words.test(text) && !words.test(tables));
  if (unnamed.length > 0) return addUp(reading) ? [] : unnamed;
  const split = (text + tables).replace(COMBINED, '');
  const vehicles =
    isSpent(reading, 'three-public.vehicles') && !/购置/u.test(split) && !/无公务用车购置/u.test(text);
  return vehicles ? [{ name: '公务用车购置费（与运行维护费分列）', words: /购置/u }] : [];
}

/** Counts that belong beside money that was spent; a budget plans money only. */
function countsMissing(reading: Reading, text: string, tables: string): readonly Element[] {
  if (reading.profile.kind !== 'final-account') return [];
  const said = `${text}\n${tables}\n${bodyOf(reading)
    .map((line) => line.text)
    .filter((line) => /车辆|公务用车|接待|出国|出访/u.test(line))
    .join('\n')}`;
  return COUNTS.filter(({ metric }) => isSpent(reading, metric)).flatMap(({ elements }) =>
    elements.filter(({ words }) => !words.test(said)),
  );
}

/** An increase or a decrease of the three public expenses without a word of why. */
function reasonMissing(reading: Reading, text: string): readonly Element[] {
  return isSpent(reading, 'three-public') && CHANGED.test(text) && !REASON.test(text)
    ? [{ name: '“三公”经费增减原因', words: REASON }]
    : [];
}

function placeOf(reading: Reading): { readonly place: Place; readonly quote: string } | null {
  const about = bodyOf(reading).find(({ text }) => /三公|其他重要事项/u.test(text)) ?? linesOf(reading)[0];
  return about === undefined ? null : { place: about.place, quote: about.text.slice(0, 80) };
}

function remarksOf(reading: Reading): readonly Remark[] {
  const at = placeOf(reading);
  // An excerpt is asked for nothing: only a report with all its sections is.
  const asked = isPublication(reading) && sectionsAbsent(reading).length === 0;
  if (!asked || at === null || !whollyRead(reading) || !explains(reading)) return [];
  const [text, tables] = [threePublicText(reading), tableText(reading)];
  const missing = [
    ...mattersMissing(reading),
    ...itemsMissing(reading, text, tables),
    ...countsMissing(reading, text, tables),
    ...reasonMissing(reading, text),
  ];
  return missing.map(({ name }) => ({
    rule: CODE,
    severity: 'warning',
    ...at,
    template: 'element-missing',
    parameters: { element: name },
    subject: name,
    facts: [],
  }));
}

const { overview, explanation, glossary } = FULL_SET;
const said = (from: string, to: string): string =>
  book(overview, explanation.replace(from, to), glossary).replace('某县文化馆', '云溪县文化局');

export const disclosureRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Required elements are disclosed', zh: '应公开的要素齐全' },
  explanation: {
    en: 'A final account or budget that explains its figures names the items of the three public expenses, with purchase apart from running costs, tells why they rose or fell, and in final accounts counts missions, vehicles, visits and visitors where money was spent; it covers procurement, running costs of administrative bodies, assets and performance. Only reports that were wholly read and have most of these are asked for the rest.',
    zh: '决算、预算说明应分列“三公”经费各项（购置费与运行维护费分列）并说明增减原因；决算有支出的，还应列明团组数、人数、购置数、保有量、接待批次和人次；并有政府采购、机关运行经费（行政单位）、国有资产、预算绩效等内容。仅对完整读取且已列出大部分要素的文档提示所缺。',
  },
  fires: [
    said('政府采购支出总额5.00万元，其中：货物支出5.00万元。\n', ''),
    said('机关运行经费支出10.00万元。\n', ''),
    said('国内公务接待10批次，80人次。', ''),
    said('国内公务接待10批次，80人次。', '国内公务接待80人次。'),
    said('因公出国（境）费支出0.00万元；', '').replace('经费支出决算为1.00万元', '经费支出决算为3.00万元'),
    said(
      '公务用车购置费支出0.00万元；公务用车运行维护费支出0.00万元；',
      '公务用车购置及运行维护费支出0.50万元；',
    ),
    said('国内公务接待10批次', '公务接待费比上年增加0.20万元。国内公务接待10批次'),
  ],
  quiet: [
    said('', ''),
    said('因公出国（境）费支出0.00万元；', ''),
    said('政府采购支出总额5.00万元，其中：货物支出5.00万元。\n', '').replace(glossary, ''),
    said('公务接待费支出1.00万元。国内公务接待10批次，80人次。', '公务接待费支出0.00万元。'),
    said('国内公务接待10批次', '公务接待费比上年增加0.20万元，主要原因是来访增加。国内公务接待10批次'),
    '某县文化馆2024年度部门整体支出绩效自评报告\n一、基本情况\n“三公”经费支出1.00万元。',
  ],
  remarks: remarksOf,
};
