import type { ColumnRole } from '../../model/reading.ts';
import { parseCell } from '../number/cell.ts';
import {
  ACTUAL_HEAD,
  AMOUNT_HEAD,
  CODE_HEAD,
  COUNT_HEAD,
  LABEL_HEAD,
  ORDINAL_HEAD,
  RATE_HEAD,
  RELATION_HEAD,
  SCORE_HEAD,
  TARGET_HEAD,
  TEXT_HEAD,
  UNIT_HEAD,
  WEIGHT_HEAD,
} from './words.ts';

/** What the body of a column holds, counted. */
export interface ColumnContent {
  /** Cells of its own; 0 where a merged cell of the header covers the whole body. */
  readonly cells: number;
  readonly numbers: number;
  readonly percents: number;
  readonly codes: number;
  readonly words: number;
  readonly bounded: number;
  readonly years: number;
}

/** The upright label that stands left of a form's block. */
const SIDE_HEAD = /^年度?.{0,6}(?:任务|目标|指标)(?:完成情况)?$/u;
const CODE = /^\d{3}(?: ?\d{2}){0,2}$/u;
const PART_OF_CODE = /^\d{1,3}$/u;

/** Counts what the squeezed texts of a column's body are. */
export function contentOf(texts: readonly string[]): ColumnContent {
  let [numbers, percents, codes, words, bounded, years] = [0, 0, 0, 0, 0, 0];
  for (const text of texts) {
    if (text === '') continue;
    const cell = parseCell(text);
    if (CODE.test(text) || PART_OF_CODE.test(text)) codes += 1;
    if (/^20\d{2}年?度?$/u.test(text)) years += 1;
    if (cell.kind === 'number') {
      numbers += 1;
      if (cell.quantity.unit === '%') percents += 1;
      if (/^[≥≤><=]/u.test(text)) bounded += 1;
    } else if (cell.kind === 'unreadable') numbers += 1;
    else if (cell.kind === 'text') words += 1;
  }
  return { cells: texts.length, numbers, percents, codes, words, bounded, years };
}

const numericRole = (leaf: string, path: string, content: ColumnContent): ColumnRole | null => {
  if (SCORE_HEAD.test(leaf)) return 'score';
  if (WEIGHT_HEAD.test(leaf)) return 'weight';
  if (RATE_HEAD.test(leaf) || /[%﹪]/u.test(path)) return content.words > content.numbers ? 'text' : 'rate';
  if (ACTUAL_HEAD.test(leaf) && (content.numbers > 0 || !/情况$/u.test(leaf))) return 'actual';
  if (TARGET_HEAD.test(leaf)) return 'target';
  if (content.numbers > 0 && content.percents * 2 > content.numbers && content.words <= content.numbers)
    return 'rate';
  if (COUNT_HEAD.test(leaf) && content.words <= content.numbers) return 'count';
  if (content.words > content.numbers) return null;
  return AMOUNT_HEAD.test(leaf) || (AMOUNT_HEAD.test(path) && content.numbers > 0) ? 'amount' : null;
};

/**
 * The role of a column by its header words first and by what it holds where they say nothing.
 * @param path squeezed header words from the top row down
 * @param seenNumeric whether a column of figures stands to its left in the same block
 */
export function roleOfColumn(
  path: readonly string[],
  content: ColumnContent,
  seenNumeric: boolean,
): ColumnRole {
  const leaf = path.at(-1) ?? '';
  const joined = path.join('|');
  if (content.cells === 0) return seenNumeric ? 'text' : 'label';
  if (SIDE_HEAD.test(leaf) && !seenNumeric) return 'label';
  const codes = content.codes >= Math.max(1, content.numbers * 0.7);
  if (ORDINAL_HEAD.test(leaf) && content.words === 0) return 'ordinal';
  if (CODE_HEAD.test(leaf) && (codes || content.numbers === 0) && content.words <= content.codes)
    return 'code';
  if (RELATION_HEAD.test(leaf)) return 'relation';
  if (UNIT_HEAD.test(leaf) && !seenNumeric && content.numbers === 0 && /[度计]/u.test(leaf)) return 'unit';
  if (UNIT_HEAD.test(leaf) && /[度计]/u.test(leaf)) return 'unit';
  if (
    LABEL_HEAD.test(leaf) &&
    (content.numbers === 0 || content.years === content.numbers) &&
    !TARGET_HEAD.test(leaf)
  )
    return seenNumeric && content.words > 0 && TEXT_HEAD.test(leaf) ? 'text' : 'label';
  const numeric = numericRole(leaf, joined, content);
  if (numeric !== null) return numeric;
  if (content.numbers > content.words) return content.percents * 2 > content.numbers ? 'rate' : 'amount';
  if (TEXT_HEAD.test(leaf) || seenNumeric) return 'text';
  return 'label';
}
