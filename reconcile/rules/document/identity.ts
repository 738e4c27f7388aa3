import type { Place } from '../../../model/place.ts';
import type { DocumentKind, Reading } from '../../../model/reading.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { linesOf } from '../../document/lines.ts';
import { tablesHeld } from '../../document/standard-tables.ts';
import { isFilled, whollyRead } from '../../document/wholeness.ts';
import type { Remark, Rule } from '../../rule.ts';
import { book, FULL_SET } from './example.ts';

const CODE = 'R-00-01';

/** A line that names the report or a part of it: a heading, the title of a table, a running head. */
interface Heading {
  readonly text: string;
  readonly place: Place;
}

const LONGEST_HEADING = 50;
const SENTENCE = /[,;。]|(?:万元|元)$/u;
/** Names of funds hold 预算 in final accounts too. */
const FUNDS = /一般公共预算|政府性基金预算|国有资本经营预算|预算绩效|预算单位|预决算/gu;
const YEARS = /(?<![\d\-—–至])(20\d\d)年(?!\d{1,2}月)/gu;
/** What the headings of each kind name; a heading that looks back on another year says so. */
const OWN: Readonly<Partial<Record<DocumentKind, RegExp>>> = {
  'final-account': /决算|绩效自评表/u,
  budget: /预算/u,
  'performance-department': /整体支出绩效(?!目标表|目标申报)|绩效自评表/u,
};
/** The head of a column (2023年预算数) is no heading. */
const NAMES_PART = /部门|单位|^第[一二三四五六]部分|(?:表|说明|报告|公开)$/u;
const LOOKS_BACK = /上年|比较|对比|相比|变动|执行|完成情况|结转|规划|计划|批复|通知/u;

function headingsOf(reading: Reading): readonly Heading[] {
  const titles = reading.tables.flatMap(({ table: { title } }) =>
    title === null ? [] : [{ text: squeeze(title.text), place: title.place }],
  );
  const lines = linesOf(reading).filter(
    ({ text, definition }) => !definition && text.length <= LONGEST_HEADING && !SENTENCE.test(text),
  );
  const known = new Set(lines.map(({ text }) => text));
  return [...lines, ...titles.filter(({ text }) => !known.has(text))];
}

const remark = (heading: Heading, template: string, parameters: Record<string, string>): Remark => ({
  rule: CODE,
  severity: 'warning',
  place: heading.place,
  quote: heading.text,
  template,
  parameters,
  subject: `${template}${heading.text}`,
  facts: [],
});

/** Headings under another year than the cover's, as they stay behind when last year's report is written over. */
function otherYears(reading: Reading, headings: readonly Heading[]): readonly Remark[] {
  const { kind, year } = reading.profile;
  const own = OWN[kind];
  if (own === undefined || year === null) return [];
  const strange = headings.flatMap((heading) => {
    const years = [...new Set([...heading.text.matchAll(YEARS)].map((match) => Number(match[1])))];
    const [only] = years;
    const names = own.test(heading.text) && NAMES_PART.test(heading.text) && !LOOKS_BACK.test(heading.text);
    return only === undefined || years.length > 1 || only === year || !names ? [] : [{ heading, only }];
  });
  return [...Map.groupBy(strange, ({ only }) => only)].flatMap(([other, found]): readonly Remark[] => {
    const [first] = found;
    if (first === undefined) return [];
    return [
      remark(first.heading, 'heading-year', {
        year: String(year),
        other: String(other),
        count: String(found.length),
      }),
    ];
  });
}

/** 预算 in the names of the tables and parts of a final account, or 决算 in those of a budget. */
function otherKind(reading: Reading, headings: readonly Heading[]): readonly Remark[] {
  const { kind } = reading.profile;
  if (kind !== 'final-account' && kind !== 'budget') return [];
  const bare = (text: string): string => text.replace(FUNDS, '');
  const names = headings.filter(
    ({ text }) =>
      /(?:决算|预算).{0,4}表$/u.test(text) ||
      /^第[一二三四五六]部分.*(?:决算|预算)(?:表|情况说明)$/u.test(text),
  );
  const final = names.filter(({ text }) => /决算/u.test(bare(text)) && !/预算/u.test(bare(text)));
  const budget = names.filter(({ text }) => /预算/u.test(bare(text)) && !/决算/u.test(bare(text)));
  const [own, strange] = kind === 'budget' ? [budget, final] : [final, budget];
  const [first] = strange;
  // A publication that holds both sets says so with as many tables of each.
  if (first === undefined || own.length < 3 * strange.length) return [];
  return [
    remark(first, 'heading-kind', {
      kind: kind === 'budget' ? '预算' : '决算',
      other: kind === 'budget' ? '决算' : '预算',
    }),
  ];
}

const FEWEST_TABLES = 3;

/** A whole set of tables without any year on it, in it or around it. */
function noYear(reading: Reading, headings: readonly Heading[]): readonly Remark[] {
  const [first] = headings;
  const { kind, year } = reading.profile;
  const known = year !== null || reading.facts.some((fact) => fact.year !== null);
  if (first === undefined || known || (kind !== 'final-account' && kind !== 'budget')) return [];
  // A blank form has no year yet.
  const filled = reading.tables.some(isFilled);
  return filled && tablesHeld(reading).length >= FEWEST_TABLES ? [remark(first, 'no-year', {})] : [];
}

const { overview, explanation, glossary, tables } = FULL_SET;

export const identityRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Kind and year of cover, headings and tables', zh: '封面、标题、表头的类型与年度一致' },
  explanation: {
    en: 'The year and the kind (final account or budget) that the cover names stand in the headings and the titles of the tables too. Headings that look back on another year or compare two are left alone.',
    zh: '封面所称年度与类型（决算、预算），应与各级标题、表名一致；回顾上年或两年对比的标题不在此列。',
  },
  fires: [
    book(overview, explanation.replace('2024年度部门决算', '2023年度部门决算'), ...tables, glossary),
    book(...tables, '收入支出预算总表\n'),
    book(...tables).replace('2024年度', ''),
  ],
  quiet: [
    book(overview, explanation, ...tables, glossary),
    book(overview, '二、2024年度决算与2023年度决算对比情况\n', '三、2023年度决算执行情况\n', ...tables),
    book(overview, '2023年决算数\n', ...tables),
  ],
  remarks: (reading) => {
    if (!whollyRead(reading)) return [];
    const headings = headingsOf(reading);
    return [...otherYears(reading, headings), ...otherKind(reading, headings), ...noYear(reading, headings)];
  },
};
