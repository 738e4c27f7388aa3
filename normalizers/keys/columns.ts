import type { Fund, Metric } from '../../model/keys.ts';
import type { ColumnReading } from '../../model/reading.ts';
import { codeOfName } from '../codes/codes.ts';
import { squeeze } from '../text/flat.ts';
import { fundWithin, metricWithin } from './within.ts';
import { isSilent, senseOf } from './words.ts';

/** What a column of amounts says: a metric, whose money, an economic item, or, with none of them, the whole of its row. */
export interface ColumnSense {
  readonly metric: Metric | null;
  readonly fund: Fund | null;
  readonly economicCode: string | null;
  /** True where the metric stands over the columns of a list (人员经费 over 科目编码, 科目名称, 决算数) and not in its own head. */
  readonly grouped: boolean;
}

const WHOLE: ColumnSense = { metric: null, fund: null, economicCode: null, grouped: false };

/** False where amounts stand under no word: the header was cut wrongly, and its words may stand over other columns. */
export const areHeaded = (columns: readonly ColumnReading[]): boolean =>
  columns.every(({ role, path }) => role !== 'amount' || path.join('') !== '');

/** Joins a word to those above it; null where they contradict each other. */
function joined(above: ColumnSense, word: string, economic: boolean): ColumnSense | null {
  const sense = senseOf(word);
  if (sense === null) {
    const economicCode = economic ? codeOfName(word, 'economic') : null;
    const within = above.economicCode === null || economicCode?.startsWith(above.economicCode) === true;
    return economicCode === null || !within ? null : { ...above, economicCode };
  }
  const metric = metricWithin(above.metric, sense.metric);
  const fund = fundWithin(above.fund, sense.fund);
  return metric === undefined || fund === undefined ? null : { ...above, metric, fund };
}

/** The words that head a side ("收入", "本年支出", "财政拨款收入") are those of all its columns. */
const SIDE = /收入|支出/u;

/**
 * What the head of a column says, every word of it from the top down. Null for columns that hold no amounts, and where a
 * word is not known: differences, parts (其中), averages.
 */
export function columnSense(
  column: ColumnReading,
  table: { readonly economic: boolean; readonly sides: boolean },
): ColumnSense | null {
  if (column.role !== 'amount') return null;
  const path = column.path.map((word) => squeeze(word));
  const words = table.sides && path.length > 1 && SIDE.test(path[0] ?? '') ? path.slice(1) : path;
  let sense: ColumnSense = WHOLE;
  for (const word of words) {
    if (isSilent(word)) continue;
    const next = joined(sense, word, table.economic);
    if (next === null) return null;
    sense = next;
  }
  const leaf = words.at(-1) ?? '';
  return { ...sense, grouped: sense.metric !== null && (isSilent(leaf) || senseOf(leaf)?.metric == null) };
}
