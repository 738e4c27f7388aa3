import type { Quantity } from '../../model/quantity.ts';
import { parseChineseNumeral } from '../number/numeral.ts';
import { makeQuantity } from '../number/quantity.ts';
import { UNIT_SOURCE } from '../number/unit.ts';

/** A quantity in words, `[start, end)` with its unit. */
interface Spelled {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

/**
 * Spelled-out amounts and round counts: 一千二百万元, 三十余家. The longest, 九千九百九十九亿 and so on, has 23 numerals; without a
 * bound a long run of them would be read anew from each of its 万.
 */
const LARGE =
  /(?<![第十百千万零〇一二两三四五六七八九])([一二两三四五六七八九十百千万亿零廿]{1,24})(余|多)?(亿元|万元|元|家|名|人|户|场|件|人次)/uy;
/** Figures below this are spelled in idioms, names and ordinals more often than they count. */
const SMALLEST = 10;
/** A small count stands before a measure word that names things one by one: 三个事业单位, 五大类, 六场, 四项任务. */
const SMALL = new RegExp(
  `(?<![第十百千万零〇一二两三四五六七八九这那此该每前后述月年.\\d])([二两三四五六七八九]|十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?)(${UNIT_SOURCE})`,
  'uy',
);
const COUNTED = /^(?:个月?|个百分点|家|名|户|场|所|件)$/u;
/** Only of tasks and the like: 八项规定 and 二十四条 are names of documents. */
const ITEMS = /^(?:工作|任务|项目|指标|课题|活动)/u;
const GREAT = /([二两三四五六七八九十])大(类(?!别)|(?=[\u4e00-\u9fff]{2}))/uy;
const GREAT_BEFORE = /[第十百千万零〇一二两三四五六七八九这那此该每前后述人届]$/u;
const GREAT_AFTER = /^(?:[于概约幅量多小学会]|以来|精神|报告|代表)/u;
/** Formulas of politics that are named by their number: 四个意识, 两个维护. */
const FORMULA =
  /^(?:意识|自信|维护|全面|确立|服从|务必|重要|务实|本领|革命|坚持|不|必由|有利|代表|结合|转变|层面)/u;

const LONGEST_AFTER = 4;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const spelled = (
  start: number,
  end: number,
  raw: string,
  unit: string,
  approximate = false,
): Spelled | null => {
  const value = parseChineseNumeral(raw);
  if (value === null) return null;
  return { start, end, quantity: makeQuantity({ raw, numeral: { value, decimals: 0 }, unit, approximate }) };
};

function smallAt(text: string, at: number): Spelled | null {
  const great = matchAt(GREAT, text, at);
  if (great !== null && !GREAT_BEFORE.test(text.slice(Math.max(0, at - 1), at))) {
    if (GREAT_AFTER.test(text.slice(at + 2, at + 2 + LONGEST_AFTER))) return null;
    return spelled(at, at + great[0].length, great[1] ?? '', great[2] === '' ? '个' : '类');
  }
  const match = matchAt(SMALL, text, at);
  if (match === null) return null;
  const unit = match[2] ?? '';
  const after = text.slice(at + match[0].length, at + match[0].length + LONGEST_AFTER);
  const counts = COUNTED.test(unit) ? !FORMULA.test(after) : unit === '项' && ITEMS.test(after);
  if (!counts) return null;
  return spelled(at, at + match[0].length, match[1] ?? '', unit);
}

/**
 * The quantity that is spelled out in Chinese numerals at a place of flat prose, or null.
 * @param quoted true inside of quotation marks, where a small number is part of a name: "十大重点民生实事"
 */
export function spelledAt(text: string, at: number, quoted: boolean): Spelled | null {
  const match = matchAt(LARGE, text, at);
  const raw = match?.[1] ?? '';
  const value = match === null ? null : parseChineseNumeral(raw);
  if (match !== null && value !== null && (raw.length > 1 || value.gte(SMALLEST)))
    return spelled(at, at + match[0].length, raw, match[3] ?? '', match[2] !== undefined);
  return quoted ? null : smallAt(text, at);
}
