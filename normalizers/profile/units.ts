import type { Paragraph } from '../../model/layout.ts';
import type { ComponentUnit, ComponentUnits } from '../../model/link.ts';
import { countOf } from '../number/numeral.ts';
import { flatten } from '../text/flat.ts';
import { entityKey, placeEnding } from './entity-key.ts';

/** 纳入…决算编制范围的…单位: only this sentence says which accounts the report brings together. */
const SCOPE_SENTENCE =
  /(?:纳入|列入)[^。;:]{0,60}(?:编制|编报|汇编|汇总|公开)范围(?:内)?的?([^。;:,、]{0,20}单位)[^。]{0,24}?/u;
const COUNT = /(?:共计?有?|有|计)?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|家)/u;
const INTRODUCTION = /(?:包括|分别(?:是|为)|具体(?:是|为)|如下)[:,]?|:/gu;
const ITEM_NUMBER = /^[-*]*(?:\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]\)?|[①-⑳])/u;
const ITEM_END = /[;,。]$/u;
const OPEN_LIST = /等(?:\d+[个家](?:单位)?)?$/u;
const OWN_OFFICE = /^[^()]{0,4}(?:本级|机关|本部)$/u;
const OWN_MARK = /(?:\((?:本级|本部|机关)\)|本级|本部)$/u;
const NOTE = /\([^()]*\)$/u;
const LONGEST_NAME = 40;
const NO_NAME = /[:%\d]|其中|主要|负责|^不?含/u;

/** Cuts at list marks outside parentheses. */
const cut = (list: string): readonly string[] => list.split(/[、;,](?![^()]*\))/u);

/** The names behind the sentence's last introducing word, or null where the list follows in paragraphs of its own. */
function namesBehind(sentence: string): readonly string[] | null {
  const introduced = [...sentence.matchAll(INTRODUCTION)].at(-1);
  if (introduced === undefined) return [];
  const list = sentence.slice(introduced.index + introduced[0].length).replace(/。.*$/u, '');
  return list === '' ? null : cut(list);
}

/** The paragraphs that follow as long as they are numbered names. */
function namesBelow(texts: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const text of texts) {
    const name = text.replace(ITEM_NUMBER, '').replace(ITEM_END, '');
    if (name === text.replace(ITEM_END, '') || name.length > LONGEST_NAME || NO_NAME.test(name)) break;
    names.push(name);
  }
  return names;
}

/** 市就业局 in a report of 遂宁市 is that city's: the one place that such a name can mean. */
function inFull(name: string, entity: string): string {
  const [first = ''] = name;
  const place = /[省市州县区旗]/u.test(first) ? placeEnding(entity, first) : null;
  return place === null ? name : `${place}${name.slice(1)}`;
}

function unitOf(printed: string, entity: string): ComponentUnit {
  const name = OWN_MARK.test(printed) ? printed : printed.replace(NOTE, '');
  const full = entityKey(inFull(name, entity));
  const own = OWN_OFFICE.test(name) || (full !== null && full.key === entityKey(entity)?.key);
  return { name, key: own ? (entityKey(entity)?.key ?? null) : (full?.key ?? null), own };
}

/**
 * The units that a department's report says it covers, or null where it does not list them. The list is whole where it
 * has as many names as are counted, or is closed without a count; one that speaks of subordinate units only is whole
 * with the department's own office in it.
 * @param entity the department's name
 */
export function componentUnits(paragraphs: readonly Paragraph[], entity: string): ComponentUnits | null {
  const texts = paragraphs.map(({ text }) => flatten(text).text.replace(/\s/gu, ''));
  for (const [at, text] of texts.entries()) {
    const match = SCOPE_SENTENCE.exec(text);
    if (match === null) continue;
    const sentence = text.slice(match.index + match[0].length);
    const names = namesBehind(sentence) ?? namesBelow(texts.slice(at + 1));
    const open = names.some((name) => OPEN_LIST.test(name));
    const units = names
      .map((name) => name.replace(ITEM_NUMBER, '').replace(OPEN_LIST, ''))
      .map((name) => unitOf(name, entity));
    if (units.length === 0 || units.some(({ name }) => name.length < 2 || NO_NAME.test(name))) continue;
    const counts = [...(sentence.split(/(?:包括|:)/u)[0]?.matchAll(new RegExp(COUNT, 'gu')) ?? [])];
    const counted = counts.map(([, digits = '']) => countOf(digits));
    const subordinate = /二级|下属|所属/u.test(match[1] ?? '') && !units.some(({ own }) => own);
    const whole = !open && !subordinate && counted.every((count) => count === units.length);
    return { units, whole };
  }
  return null;
}
