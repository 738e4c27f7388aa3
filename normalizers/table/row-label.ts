import type { RowLabel } from '../../model/reading.ts';
import { flatten } from '../text/flat.ts';
import { GRAND_TOTAL, OF_WHICH, SUBTOTAL, TOTAL } from './words.ts';

const CHINESE = '[一二三四五六七八九十]{1,4}';
const ORDINAL = new RegExp(
  `^(?:${CHINESE}[、.．]|\\(${CHINESE}\\)|第${CHINESE}[、.]?|\\d{1,2}[.、](?!\\d)|\\(\\d{1,2}\\))`,
  'u',
);
const CODE_IN_LABEL = /^\[?([1-5]\d{2}(?:\d{2}){0,2})\]?(?=[^\d.,%年])/u;

/** How deep a printed numbering stands: 一、 0, (一) 1, 1. 2, (1) 3; null for no numbering. */
export function ordinalLevel(ordinal: string | null): number | null {
  if (ordinal === null) return null;
  if (ordinal.startsWith('(')) return /\d/u.test(ordinal) ? 3 : 1;
  return /\d/u.test(ordinal) ? 2 : 0;
}

const roleOf = (name: string, text: string): RowLabel['role'] => {
  if (text === '') return 'blank';
  if (OF_WHICH.test(text)) return 'of-which';
  if (GRAND_TOTAL.test(name) || /^(?:本年)?(?:收入|支出)(?:合计|总计)$/u.test(name)) return 'total';
  if (TOTAL.test(name) || SUBTOTAL.test(name)) return 'subtotal';
  return 'item';
};

/**
 * Reads a row label: numbering, code and 其中 taken off, the name left for comparison.
 * @param printed the label's text as printed
 * @param code the code that stands in a column of its own, or null
 */
export function readLabel(printed: string, code: string | null): RowLabel {
  const text = flatten(printed).text.replace(/[\s*]/gu, '');
  const inside = code === null ? CODE_IN_LABEL.exec(text)?.[1] : undefined;
  const afterCode =
    inside === undefined ? text : text.slice(text.indexOf(inside) + inside.length).replace(/^\]/u, '');
  const ordinal = ORDINAL.exec(afterCode.replace(OF_WHICH, ''))?.[0] ?? null;
  const bare = afterCode
    .replace(OF_WHICH, '')
    .slice(ordinal?.length ?? 0)
    .replace(OF_WHICH, '');
  const name = bare.replace(/^[-—:：]+|[:：]$/gu, '');
  const own = code ?? inside ?? null;
  const role =
    own !== null && TOTAL.test(name) === false
      ? OF_WHICH.test(afterCode)
        ? 'of-which'
        : 'item'
      : roleOf(name, afterCode);
  const byCode = own === null ? null : Math.max(0, (own.length - 3) / 2);
  const level =
    role === 'total'
      ? 0
      : (byCode ?? ordinalLevel(ordinal) ?? 0) + (role === 'of-which' && own === null ? 1 : 0);
  return { text: printed.replace(/\s+/gu, ' ').trim(), name, code: own, ordinal, level, role };
}

/** A blank label. */
export const NO_LABEL: RowLabel = { text: '', name: '', code: null, ordinal: null, level: 0, role: 'blank' };
