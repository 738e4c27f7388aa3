import type { CellValue } from '../../model/quantity.ts';
import { flatten } from '../text/flat.ts';
import { parseNumeral } from './numeral.ts';
import { makeQuantity } from './quantity.ts';
import { UNIT_SOURCE } from './unit.ts';

const DASH = /^(?:[-–—―─_/\\~]|——|--|---|\/\/|无|不适用|N\/A)$/u;
const FIGURE = new RegExp(
  `^(≥|≤|=|>|<|>=|<=|不低于|不少于|不超过|不高于|大于等于|小于等于|大于|小于|约|近)?(\\(?)([-–—△▲+]?)(\\(?)([\\d., ]*\\d)(\\)?)(${UNIT_SOURCE})?(\\)?)(以上|以下|以内|左右|余|多)?$`,
  'u',
);
const MIN = /^(?:≥|>|>=|不低于|不少于|大于等于|大于)$/u;
const MAX = /^(?:≤|<|<=|不超过|不高于|小于等于|小于)$/u;
/** Digits and the marks that stand around figures, nothing that could be a word, a date or a code list. */
const FIGURE_LIKE = /^[\d.,()\-–—+%△▲ /]+$/u;
/** What stands for print that could not be read. */
const UNREAD = /^\uFFFD+$/u;
const DATE_LIKE = /^\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?$/u;

/**
 * What a table cell says: blank, a dash, a figure (with its own unit if printed, else the column's), text, or
 * something that looks like a figure and cannot be read. In a cell, parentheses and △ mean a negative figure.
 * @param unit the unit inherited from the column or the table, '' where unknown
 */
export function parseCell(printed: string, unit = ''): CellValue {
  const { text, at } = flatten(printed);
  if (text === '') return { kind: 'blank' };
  if (DASH.test(text)) return { kind: 'dash', mark: text };
  const match = FIGURE.exec(text);
  if (match !== null) {
    const [
      ,
      prefix = '',
      open1 = '',
      sign = '',
      open2 = '',
      digits = '',
      close1 = '',
      own = '',
      close2 = '',
      suffix = '',
    ] = match;
    const opened = open1.length + open2.length;
    const closed = close1.length + close2.length;
    const numeral = parseNumeral(digits);
    if (numeral !== null && opened === closed && opened <= 1) {
      const negative = opened === 1 || /[-–—△▲]/u.test(sign);
      const bound =
        MIN.test(prefix) || suffix === '以上'
          ? 'min'
          : MAX.test(prefix) || /以[下内]/u.test(suffix)
            ? 'max'
            : null;
      const from = prefix.length;
      const to = from + open1.length + sign.length + open2.length + digits.length + close1.length;
      const raw = printed.slice(at[from], at[to]).trim();
      const approximate = /[约近]/u.test(prefix) || /左右|余|多/u.test(suffix);
      return {
        kind: 'number',
        quantity: makeQuantity({ raw, numeral, negative, unit: own || unit, approximate, bound }),
      };
    }
  }
  if (UNREAD.test(text)) return { kind: 'unreadable', reason: 'malformed-figure' };
  if (/\d/u.test(text) && FIGURE_LIKE.test(text) && !DATE_LIKE.test(text)) {
    return { kind: 'unreadable', reason: 'malformed-figure' };
  }
  return { kind: 'text' };
}
