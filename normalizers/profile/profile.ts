import type { Layout } from '../../model/layout.ts';
import type { DocumentKind, Profile } from '../../model/reading.ts';
import { flatten } from '../text/flat.ts';

const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  [
    'government-final',
    /政府决算|财政(?:收支)?决算(?:草案)?(?:的报告)?|预算执行情况和.{0,8}预算(?:草案)?的报告|政府工作报告/u,
  ],
  ['performance-project', /项目支出绩效(?:单位)?自评(?:表|报告)/u],
  ['performance-department', /(?:部门|单位)?整体支出.{0,4}绩效(?:评价)?自?评?(?:价)?(?:报告|表)/u],
  ['performance-target', /绩效目标(?:申报)?表/u],
  ['final-account', /(?:部门|单位).{0,4}决算|决算公开|年度决算/u],
  ['three-public-note', /"?三公"?经费.{0,12}(?:预算|决算).{0,8}(?:说明|公开)/u],
  ['budget', /(?:部门|单位)?预算(?:公开|编制说明|说明|情况)?/u],
];
const ENTITY =
  /([\u4e00-\u9fff]{2,30}?(?:委员会|办公室|办事处|管理局|人民法院|人民检察院|人民政府|街道|研究院|福利院|医院|学校|中学|小学|中心|总站|支队|大队|协会|联合会|委|局|厅|院|馆|社|站|所|处|部|镇|乡))(?=(?:19|20)\d\d|部门|单位|整体|决算|预算|年度|绩效|\(|$|本级|项目)/u;
const NAMED = /(?:部门|单位)(?:\(单位\))?(?:名称|全称)?[:：]([\u4e00-\u9fff()]{4,40})/u;
const HEAD_CHARACTERS = 700;

function headOf(layout: Layout): readonly string[] {
  const lines: string[] = [];
  let length = 0;
  for (const paragraph of layout.paragraphs) {
    const text = flatten(paragraph.text).text;
    lines.push(text);
    length += text.length;
    if (length > HEAD_CHARACTERS) break;
  }
  return lines;
}

function mostFrequentYear(layout: Layout): number | null {
  const counts = new Map<number, number>();
  for (const paragraph of layout.paragraphs) {
    for (const match of flatten(paragraph.text).text.matchAll(/(?<!\d)(20\d\d)年/gu)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return ranked[0]?.[0] ?? null;
}

/** What the report says it is: kind, title, entity, scope and year, from its first lines. */
export function readProfile(layout: Layout): Profile {
  const head = headOf(layout);
  const titleLines = head.slice(0, 6).filter((line) => line.length <= 60 && !/^目录|[。;]$/u.test(line));
  const joined = titleLines.join('');
  const all = head.join('');
  const kind =
    KINDS.find(([, pattern]) => pattern.test(joined))?.[0] ??
    KINDS.find(([, pattern]) => pattern.test(all))?.[0] ??
    'other';
  const title = titleLines.find((line) => /决算|预算|绩效|三公|报告|表$/u.test(line)) ?? null;
  const bare = joined.replace(/(?:19|20)\d\d年度?/gu, '');
  const named = head.flatMap((line) => NAMED.exec(line)?.[1] ?? [])[0] ?? null;
  const entity = named ?? ENTITY.exec(bare)?.[1] ?? ENTITY.exec(all)?.[1] ?? null;
  const stated = /(20\d\d)年/u.exec(joined)?.[1];
  const scope = /汇总|部门决算|部门预算|所属.{0,6}单位/u.test(all)
    ? 'department'
    : /本级|本部|单位决算|单位预算/u.test(all)
      ? 'unit'
      : 'unknown';
  const region =
    /([\u4e00-\u9fff]{2,6}?(?:省|自治区))?([\u4e00-\u9fff]{2,8}?[市州])?([\u4e00-\u9fff]{1,6}?[县区旗])?/u.exec(
      entity ?? '',
    )?.[0] ?? '';
  return {
    kind,
    title,
    entity,
    scope,
    region: region === '' ? null : region,
    regionCode: null,
    year: stated !== undefined ? Number(stated) : mostFrequentYear(layout),
  };
}
