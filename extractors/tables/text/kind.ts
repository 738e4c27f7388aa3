import { bare, hasHan } from './join.ts';
import { isIndicatorLabel } from './vocabulary.ts';

/** What a cell looks like: enough to tell columns apart, no meaning. */
export type CellKind = 'blank' | 'figure' | 'percent' | 'sign' | 'dash' | 'label' | 'text' | 'junk';

const COMPARED = '[≥≤><=≽≼≧≦〉〈]{0,2}';
const AMOUNT = '[-+−(]?(\\d{1,3}(,\\d{3})+|\\d{1,15})(\\.\\d+)?\\)?';
const COUNTER =
  '元|人|人次|人数|次|个|家|项|场|套|条|起|名|份|台|辆|件|户|年|个?月|日|天|分|分钟|小时|期|批|批次|篇|宗|平方米|平方公里|亩|公顷|吨|公里|千米|米|公斤|只|支|座|处|所|册|本|种|类|级|倍|张|笔|间|栋|组|队|片|块|幅|村|镇|度|位|组|对|节|门|课时|学时|工作日|万|亿|℃|㎡';
const UNIT = `([百千万亿]{0,2}(${COUNTER}|%|‰)?)(/(${COUNTER}))*`;
const FIGURE = new RegExp(`^${COMPARED}${AMOUNT}${UNIT}$`, 'u');
const PERCENT = new RegExp(`^${COMPARED}[-+−]?\\d+(\\.\\d+)?%$`, 'u');
const SIGN = /^([≥≤><=≽≼≧≦〉〈]|定性|定量|等于|大于等于|小于等于|大于|小于)$/u;
const DASH = /^[-—–－_/]{1,4}$/u;

/** Digits as they are set loose in print: "12, 345, 678. 90" and "61. 25%" are one figure each. */
function tighten(text: string): string | null {
  const folded = text.normalize('NFKC').trim();
  const tight = folded.replace(/([,.])\s+(?=\d)/gu, '$1');
  // Two groups of digits with only a space between them are not one figure.
  return /\d\s+\d/u.test(tight) ? null : tight.replace(/\s/gu, '');
}

export function isFigure(text: string): boolean {
  const tight = tighten(text);
  return tight !== null && FIGURE.test(tight);
}

/** The kind of a cell's text. 'junk' is text without Chinese that is no figure, sign or dash either. */
export function kindOf(text: string | null | undefined): CellKind {
  if (text === null || text === undefined || text.trim() === '') return 'blank';
  const squeezed = bare(text);
  if (SIGN.test(squeezed)) return 'sign';
  if (DASH.test(squeezed)) return 'dash';
  const tight = tighten(text);
  if (tight !== null && PERCENT.test(tight)) return 'percent';
  if (tight !== null && FIGURE.test(tight)) return 'figure';
  if (isIndicatorLabel(squeezed)) return 'label';
  return hasHan(text) ? 'text' : 'junk';
}

/** True for a year alone: it heads columns and is no amount. */
export const isYear = (text: string): boolean => /^(19|20)\d\d年?度?$/u.test(bare(text));
