import { flatten } from '../text/flat.ts';

/** Marks of the department's own office behind its name; they say a scope, not another entity. */
const OWN_OFFICE = /(?:\((?:本级|本部|机关)\)|本级|本部|(?<=[局委厅办院部会])[局委厅办院部会]?机关)$/u;
/** Marks behind a name that belong to the report, not to the entity. */
const REPORT_MARK = /\((?:汇总|部门|单位|盖章|公章)\)$/u;
const PARTY = /^(?:中国共产党|中共)/u;
/** 本县, 某县: a place that is pointed at or left out, and so no name. */
const UNNAMED = /^(?:我|本|全|该|各|某|[××xX]+)[省市州盟县旗区乡镇]/u;
const NATIONAL =
  /^(?:国家|中国|中央|全国|国务院|最高人民|中华人民共和国|(?:外交|国防|财政|教育|司法|公安|水利|商务|审计)部|审计署)/u;
/** Where a region's name ends. 州 alone is the end of 广州 too, and 市 that of 市场. */
const REGION_END =
  /省|自治区|自治州|自治县|自治旗|(?<=.{2})州(?!市)|地区|盟|市(?![场县区]|镇)|兵团|县|旗|新区|区|街道|乡|镇/gu;
/** By rule no two provinces, prefectures, cities or counties share a name; districts, towns and streets do. */
const SHARED = /^(?:新区|区|街道|乡|镇)$/u;

/** An entity as its documents are linked by it. */
export interface EntityKey {
  /** The full name, folded, without the marks of scope. */
  readonly key: string;
  /** `unit` where the name itself says that the department's own office is meant. */
  readonly scope: 'unit' | null;
  /** True where the place that the name begins with may have a namesake elsewhere (鼓楼区, 城关镇). */
  readonly shared: boolean;
}

/** How the place in front ends (省, 市, 县 …), at the first end behind at least one character: 镇江 begins with one. */
function placeEnd(name: string): string | null {
  for (const { 0: end, index } of name.matchAll(REGION_END)) {
    if (index === 0) continue;
    // 景德镇市: an end directly before another is part of the name.
    if (/^[乡镇]$/u.test(end) && /^[市县区]/u.test(name.slice(index + 1))) continue;
    return end;
  }
  return null;
}

/** The place in an entity's name that ends so: of 上海市普陀区社会福利院 上海市 for 市, 上海市普陀区 for 区; null where none does. */
export function placeEnding(name: string, end: string): string | null {
  const text = flatten(name).text.replace(PARTY, '');
  const match = [...text.matchAll(REGION_END)].find(({ 0: ending, index }) => index > 0 && ending === end);
  return match === undefined ? null : text.slice(0, match.index + end.length);
}

/**
 * The name under which an entity's documents are linked, or null where the name is not full: without a place or
 * a national body in front, 财政局 and 办公室 are thousands of entities.
 */
export function entityKey(name: string): EntityKey | null {
  let bare = flatten(name)
    .text.replace(/[\s"']/gu, '')
    .replaceAll('[', '(')
    .replaceAll(']', ')');
  while (REPORT_MARK.test(bare)) bare = bare.replace(REPORT_MARK, '');
  let key = bare;
  while (OWN_OFFICE.test(key)) key = key.replace(OWN_OFFICE, '');
  const scope = key === bare ? null : 'unit';
  if (key.length < 4 || UNNAMED.test(key)) return null;
  if (NATIONAL.test(key)) return { key, scope, shared: false };
  const end = placeEnd(key.replace(PARTY, ''));
  return end === null ? null : { key, scope, shared: SHARED.test(end) };
}
