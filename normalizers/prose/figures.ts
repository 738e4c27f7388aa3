import type { Quantity } from '../../model/quantity.ts';
import { type Numeral, parseNumeral } from '../number/numeral.ts';
import { makeQuantity } from '../number/quantity.ts';
import { UNIT_SOURCE } from '../number/unit.ts';
import { spelledAt } from './spelled.ts';

/** A figure found in flat prose: `[start, end)` covers sign, digits and unit; `lead` is where the words before it begin. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
}

const ARABIC = /\d{1,3}(?:, ?\d{3})+(?:\. ?\d+)?(?![\d])|\d+(?:\.\d+|\. \d{1,2}(?!\d))?/uy;
const UNIT = new RegExp(`(余|多|来)?(个(?=百分点))?(${UNIT_SOURCE})(余|多)?(?:\\(含\\))?`, 'uy');
/** 余 or 多 stands before the unit (6000余个) or inside it (2445万余元). */
const SPLIT_UNIT = /(万|亿)(余|多)(元|人次|人|个|名|家|户|件|次|份)/uy;
const BEFORE_APPROXIMATE = /(?:大?约|近|将近|接近|大概|逾|达?到?近)$/u;
const BEFORE_MIN = /(?:≥|>|>=|不低于|不少于|大于等于|(?<![不未])(?:大于|高于|超过?)|逾|至少)$/u;
const BEFORE_MAX = /(?:≤|<|<=|不超过?|不高于|不大于|小于等于|(?<!不)(?:小于|低于|少于)|未超过|至多)$/u;
const AFTER = /^(?:\(含\))?(以上|以下|以内|左右|上下)/u;
const MINUS_BEFORE = /[^\d\w)%]-$/u;
const CALENDAR_AFTER = /^(?:年(?:度|初|末|底|来|以来|前|\d|$)?|月|日|号|届|时|点|级|度(?!电))/u;
/** Things that have a number and are no quantity: 图1, 表 3-1, 附件2, 第6, A4, 12345热线. */
const NAMED_BEFORE = /(?:图|附?表|附件|附录|第|编号|序号|代码|电话|邮编|号码|专项|No\.?|[A-Za-z])$/u;
const NAMED_AFTER = /^(?:号|平台|热线|办公|工程|行动|计划|政策|社区)/u;

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/u.test(digits);

/** True where the digits at [start, end) are a date, a code, a list number, a telephone number … and so no quantity. */
function isIdentifier(text: string, start: number, end: number): boolean {
  const digits = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (NAMED_BEFORE.test(before)) return true;
  if (isYear(digits) && /^(?:年|\/|-(?:19|20)?\d\d|[~至](?:19|20)?\d\d|届|\.\d)/u.test(after)) return true;
  if (isYear(digits) && /(?:19|20)\d\d[-~至]$/u.test(before)) return true;
  if (/^(?:月|日|号|届)/u.test(after) && digits.length <= 4 && !/^月嫂/u.test(after)) return true;
  if (/^[-~至]\d{1,2}(?:月|日|号)/u.test(after)) return true;
  if (/^\d{1,2}$/u.test(digits) && /(?:^|[。;:!?")\]]|^-)\(?$/u.test(before) && /^[.、)]/u.test(after))
    return true;
  if (/^\d{1,3}$/u.test(digits) && before.endsWith('(') && after.startsWith(')')) return true;
  if (/^(?:\d{3}|\d{5}|\d{7})$/u.test(digits) && /[([]$/u.test(before) && /^[)\]]/u.test(after)) return true;
  if (/^-\d{5,}/u.test(after) || /\d{3,4}-$/u.test(before)) return true;
  if (/^\/\d/u.test(after) || /\d\/$/u.test(before)) return true;
  if (/^\.\d/u.test(after) || /\d\.$/u.test(before)) return true;
  if (/[[〔【]$/u.test(before) && /^[\]〕】]/u.test(after)) return true;
  return NAMED_AFTER.test(after) || /^[A-Za-z]/u.test(after);
}

interface Found {
  readonly end: number;
  /** null for digits that no numeral can be made of. */
  readonly numeral: Numeral | null;
  readonly raw: string;
}

function arabicAt(text: string, at: number): Found | null {
  ARABIC.lastIndex = at;
  const match = ARABIC.exec(text)?.[0];
  if (match === undefined) return null;
  // "1. 2024年" is a list number and a year, not 1.2024.
  const spaced = /^(\d+)\. \d/u.exec(match);
  const listed = spaced !== null && (at === 0 || /[。;:!?-]$/u.test(text.slice(0, at)));
  const raw = listed ? (spaced?.[1] ?? match) : match;
  return { end: at + raw.length, raw, numeral: parseNumeral(raw) };
}

function unitAt(text: string, at: number): { unit: string; end: number; approximate: boolean } | null {
  SPLIT_UNIT.lastIndex = at;
  const split = SPLIT_UNIT.exec(text);
  if (split !== null) return { unit: `${split[1]}${split[3]}`, end: at + split[0].length, approximate: true };
  UNIT.lastIndex = at;
  const match = UNIT.exec(text);
  if (match === null) return null;
  const unit = match[3] ?? '';
  // 年 behind four digits is a calendar year (handled before); 分 must not be the 分 of 分别, 万 not that of 万里.
  const next = text.slice(at + match[0].length);
  if (unit === '分' && /^[别布为之类配析管开公部]/u.test(next)) return null;
  if (unit === '年' && /^(?:度|初|末|底|报|级)/u.test(next)) return null;
  if (unit === '项' && next.startsWith('目'))
    return { unit: '个', end: at + (match[0].length - 1), approximate: match[1] !== undefined };
  return { unit, end: at + match[0].length, approximate: match[1] !== undefined || match[4] !== undefined };
}

/**
 * Every quantity in flat prose, in order. Years, dates, codes, list and document numbers are no quantities.
 * A figure without a unit is kept only when it has decimals (it may inherit the sentence's unit).
 */
export function findFigures(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  let at = 0;
  let quoted = false;
  while (at < text.length) {
    const character = text.charCodeAt(at);
    const digit = character >= 48 && character <= 57;
    if (!digit) {
      if (text[at] === '"') quoted = !quoted;
      const spelled = character > 127 ? spelledAt(text, at, quoted) : null;
      if (spelled !== null) figures.push(spelled);
      at = spelled?.end ?? at + 1;
      continue;
    }
    const found = arabicAt(text, at);
    if (found === null) {
      at += 1;
      continue;
    }
    if (found.numeral === null || isIdentifier(text, at, found.end)) {
      at = found.end;
      continue;
    }
    const unit = unitAt(text, found.end);
    const end = unit?.end ?? found.end;
    if (unit === null && (found.numeral.decimals === 0 || CALENDAR_AFTER.test(text.slice(end, end + 2)))) {
      at = found.end;
      continue;
    }
    const lead = text.slice(Math.max(0, at - 8), at);
    const minus = MINUS_BEFORE.test(lead);
    const words = minus ? lead.slice(0, -1) : lead;
    const after = AFTER.exec(text.slice(end, end + 6))?.[1];
    const bound =
      after === '以下' || after === '以内' || BEFORE_MAX.test(words)
        ? 'max'
        : after === '以上' || BEFORE_MIN.test(words)
          ? 'min'
          : null;
    figures.push({
      start: minus ? at - 1 : at,
      end,
      quantity: makeQuantity({
        raw: text.slice(minus ? at - 1 : at, found.end),
        numeral: found.numeral,
        negative: minus,
        unit: unit?.unit ?? '',
        approximate:
          BEFORE_APPROXIMATE.test(words) ||
          (unit?.approximate ?? false) ||
          after === '左右' ||
          after === '上下',
        bound,
      }),
    });
    at = end;
  }
  return figures;
}
