import type { Place } from '../../../model/place.ts';
import type { Reading } from '../../../model/reading.ts';
import { entityIn, isEntity } from '../../../normalizers/profile/entity.ts';
import { bodyOf, type Line } from '../../document/lines.ts';
import { whollyRead } from '../../document/wholeness.ts';
import type { Remark, Rule } from '../../rule.ts';
import { book, FULL_SET } from './example.ts';

const CODE = 'R-60-03';

/** A place where a report names itself, and what it calls itself there. */
interface Naming {
  readonly name: string;
  readonly place: Place;
  readonly quote: string;
  /** True for the head of a table or a form (部门：…), where nothing but the own name belongs. */
  readonly label: boolean;
}

const LABEL =
  /^(?:编制|填报|填表|预算|公开)?(?:部门|单位)(?:\([^()]{1,4}\))?(?:名称|全称)?[:：](.{4,40}?)(?=公开\d|金额单位|单位[:：]|(?:19|20)\d\d年|$)/u;
const YEAR = '(?:(?:19|20)\\d\\d年度?)?';
/** "第一部分X概况", "X2024年度部门决算表", "一、2024年度X收支预算总表". */
const HEADING = new RegExp(
  `^(?:第[一二三四五六]部分|[一二三四五六七八九十]+、|\\d{1,2}[.、])?${YEAR}([\\u4e00-\\u9fff]{4,30}?)(?:\\((?:部门|单位|本级)\\))?${YEAR}(?:概况|主要职[能责]|机构设置|部门(?:决算|预算)|单位(?:决算|预算)|(?:收支|收入|支出|财政拨款|一般公共预算|政府性基金|国有资本|"三公).{0,30}表$)`,
  'u',
);
/** "X2024年度收入总计…", "说明:X本年度没有…", "X内设机构7个": the report speaks of itself. */
const SUBJECT =
  /^(?:(?:说明|注|备注)[:：])?([\u4e00-\u9fff]{4,30}?)(?=(?:本年度?|20\d\d年度?)(?:部门|收入|支出|财政拨款|一般公共|政府性基金|国有资本|"三公|机关运行|没有|无)|内设机构|是)/u;
const DATE_LINE = /^(?:19|20)\d\d年\d{1,2}月\d{1,2}日$/u;

const naming = (name: string, { place, text }: Line, label: boolean): Naming => ({
  name: name.replace(/\([^()]*\)$/u, ''),
  place,
  quote: text.slice(0, 80),
  label,
});

/** Who signed: a name alone on a line, with a date on the line below. */
function signatures(lines: readonly Line[]): readonly Naming[] {
  return lines.flatMap((line, i) =>
    isEntity(line.text) && DATE_LINE.test(lines[i + 1]?.text ?? '') ? [naming(line.text, line, false)] : [],
  );
}

function namingsOf(reading: Reading): readonly Naming[] {
  const lines = bodyOf(reading);
  const [cover] = lines;
  const titled = entityIn(reading.profile.title ?? '');
  const said = lines.flatMap((line): readonly Naming[] => {
    const label = LABEL.exec(line.text)?.[1];
    if (label !== undefined) return [naming(label, line, true)];
    const subject = (HEADING.exec(line.text) ?? SUBJECT.exec(line.text))?.[1];
    return subject === undefined ? [] : [naming(subject, line, false)];
  });
  const front = titled === null || cover === undefined ? [] : [naming(titled, cover, false)];
  return [...front, ...said, ...signatures(lines)].filter(({ name }) => isEntity(name));
}

const bare = (name: string): string => name.replace(/^(?:中国共产党|中共)/u, '');

/** True where every character of the one stands in the other in the same order: 省检察院 is short for 江苏省人民检察院. */
function shortFor(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}
const sameOffice = (a: string, b: string): boolean =>
  shortFor(bare(a), bare(b)) || shortFor(bare(b), bare(a));

const PLACE_END = /[省市州盟县旗区乡镇]/u;

/** The end that two names share. */
function sharedEnd(a: string, b: string): string {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return a.slice(a.length - length);
}

/** The same office of another place: last year's report of the neighbouring county served as the template. */
function namesake(name: string, entity: string): boolean {
  const [a, b] = [bare(name), bare(entity)];
  const end = sharedEnd(a, b);
  const [before, other] = [a.slice(0, a.length - end.length), b.slice(0, b.length - end.length)];
  if (before === '' || other === '') return false;
  // 普陀区财政局 and 静安区财政局 share the 区 as well.
  const placed = PLACE_END.test(before.at(-1) ?? '') && PLACE_END.test(other.at(-1) ?? '');
  const office = placed ? end : PLACE_END.test(end[0] ?? '') ? end.slice(1) : '';
  return office.length > 1;
}

const SHORTEST_MISPRINTED = 6;

/** One character of the name differs. */
function misprint(name: string, entity: string): boolean {
  if (name.length !== entity.length || name.length < SHORTEST_MISPRINTED) return false;
  return [...name].filter((character, i) => character !== entity[i]).length === 1;
}

/** Labels that must say the own name before a single other one is a leftover. */
const FEWEST_LABELS = 3;
/** More names than this are a collection of reports, not a leftover. */
const MOST_OTHERS = 2;

/** Names of another office in the places where a report names itself. */
function othersIn(
  reading: Reading,
  entity: string,
  namings: readonly Naming[],
): readonly (readonly Naming[])[] {
  const labels = namings.filter(({ label, name }) => label && sameOffice(name, entity)).length;
  const text = bodyOf(reading)
    .map((line) => line.text)
    .join('\n');
  // A unit that the report lists among its own has tables of its own.
  const once = (name: string): boolean => text.split(name).length === 2;
  const others = Map.groupBy(
    namings.filter(({ name }) => !sameOffice(name, entity)),
    ({ name }) => name,
  );
  return [...others]
    .filter(
      ([name, [first]]) =>
        namesake(name, entity) ||
        misprint(name, entity) ||
        (first?.label === true && labels >= FEWEST_LABELS && once(name)),
    )
    .map(([, found]) => found);
}

function remarksOf(reading: Reading): readonly Remark[] {
  const { entity } = reading.profile;
  if (entity === null || !whollyRead(reading)) return [];
  const namings = namingsOf(reading);
  const own = namings.filter(({ name }) => sameOffice(name, entity));
  const strange = othersIn(reading, entity, namings);
  if (strange.length > MOST_OTHERS) return [];
  return strange.flatMap((found): readonly Remark[] => {
    // Where the cover is the one place that was not written over, it is the cover that is odd.
    const [odd, usual] = found.length > own.length && own.length > 0 ? [own, found] : [found, own];
    const [first] = odd;
    if (first === undefined) return [];
    return [
      {
        rule: CODE,
        severity: 'warning',
        place: first.place,
        quote: first.quote,
        template: 'entity-other',
        parameters: { name: first.name, entity: usual[0]?.name ?? entity },
        subject: first.name,
        facts: [],
      },
    ];
  });
}

const { explanation, tables } = FULL_SET;
const title = '云溪县文化馆2024年度部门决算';
const headed = (...names: readonly string[]): string =>
  book(
    ...tables.slice(0, names.length).map((table, i) => `部门：${names[i]}\n${table}`),
    explanation,
  ).replace('某县文化馆2024年度部门决算', title);
const OWN = '云溪县文化馆';

export const entityNamesRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'One name throughout', zh: '单位名称前后一致' },
  explanation: {
    en: 'On the cover, in the heads of tables, as the subject of the text and in the signature the report names one entity. The same office of another place, a name with one character changed, or another name in a single table head are leftovers. Short forms and the units of a department are left alone.',
    zh: '封面、表头、正文主语和落款应为同一单位。出现他地同类机构、一字之差的名称，或仅一处表头为其他名称的，疑系沿用模板。简称和所属单位不在此列。',
  },
  fires: [
    headed(OWN, '石桥县文化馆', OWN),
    headed(OWN, OWN, OWN, '云溪县图书馆'),
    headed(OWN, '云溪县文华馆', OWN),
    headed('石桥县文化馆', '石桥县文化馆', '石桥县文化馆'),
    headed(OWN).concat('\n第一部分 石桥县文化馆概况'),
  ],
  quiet: [
    headed(OWN, OWN, OWN),
    headed('云溪县文化馆（本级）', OWN, '县文化馆'),
    headed(OWN, '云溪县图书馆', OWN).concat('\n纳入决算范围的单位包括：云溪县图书馆。'),
  ],
  remarks: remarksOf,
};
