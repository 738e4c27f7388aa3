import type { FactKeys, Fund, Metric } from '../../model/keys.ts';
import type { ColumnReading } from '../../model/reading.ts';
import { cofogOf } from '../codes/cofog.ts';
import { directionOf, isFundless } from './vocabulary.ts';

interface Parts {
  readonly metric: Metric | null;
  readonly fund: Fund | null;
  readonly functionCode: string | null;
  readonly economicCode: string | null;
}

/**
 * The keys that follow from what is known of a figure; null where nothing is. A fund without a metric says nothing, and
 * metrics that are the same money under every fund have none.
 */
export function keysFrom({ metric, fund, functionCode, economicCode }: Parts): FactKeys | null {
  const direction = metric === null ? null : directionOf(metric);
  const cofog = functionCode === null ? null : cofogOf(functionCode);
  const keys: FactKeys = {
    ...(metric !== null && { metric }),
    ...(metric !== null && fund !== null && !isFundless(metric) && { fund }),
    ...(direction !== null && { direction }),
    ...(functionCode !== null && { functionCode }),
    ...(economicCode !== null && { economicCode }),
    ...(cofog !== null && { cofog }),
  };
  return Object.keys(keys).length === 0 ? null : keys;
}

/** The keys of a cell, with the column that gives it its year and phase. */
export interface KeyedCell {
  readonly at: string;
  readonly column: ColumnReading;
  readonly keys: FactKeys;
}

const identity = ({ column, keys }: KeyedCell): string =>
  [keys.metric, keys.fund, keys.functionCode, keys.economicCode, column.year, column.phase].join('|');

/**
 * The cells of one row with what they say of it. Two columns that say the same, of the same year and phase, were misread:
 * then neither has a metric.
 */
export function withoutTwins(row: readonly KeyedCell[]): readonly (readonly [string, FactKeys])[] {
  const counts = new Map<string, number>();
  for (const cell of row) counts.set(identity(cell), (counts.get(identity(cell)) ?? 0) + 1);
  return row.flatMap((cell) => {
    const { metric, functionCode = null, economicCode = null } = cell.keys;
    if (metric === undefined || counts.get(identity(cell)) === 1) return [[cell.at, cell.keys] as const];
    const keys = keysFrom({ metric: null, fund: null, functionCode, economicCode });
    return keys === null ? [] : [[cell.at, keys] as const];
  });
}
