import type { ColumnReading, TableKind } from '../../../model/reading.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { type Candidate, type RateKind, rateOf, sumOf } from './claim.ts';
import { type Hypothesis, lawful, type Support } from './law.ts';
import {
  additiveColumns,
  blocksOf,
  columnsOf,
  factAt,
  isDifference,
  leafOf,
  type TableView,
} from './view.ts';

const EXECUTED = /决算|执行|实际|支出数/u;
const PLANNED = /预算|计划|年初|调整/u;

interface Pair {
  readonly a: ColumnReading;
  readonly b: ColumnReading;
}

/** Ordered pairs of columns that measure the same in different periods or phases, likeliest first. */
function pairsOf(columns: readonly ColumnReading[]): readonly Pair[] {
  const words = (column: ColumnReading) => column.path.join('|');
  const rank = ({ a, b }: Pair): number => {
    if (EXECUTED.test(words(a)) && PLANNED.test(words(b)) && !EXECUTED.test(words(b)))
      return b.phase === 'adjusted' ? 0 : b.phase === 'initial' ? 2 : 1;
    if (a.year !== null && b.year !== null && a.year > b.year) return 1;
    return 3;
  };
  const pairs = columns.flatMap((a) => columns.filter((b) => b !== a).map((b) => ({ a, b })));
  return pairs.filter(({ a, b }) => a.unit === b.unit).toSorted((x, y) => rank(x) - rank(y));
}

/** Most columns of figures in a block for which pairs are tried: wider tables are matrices, not comparisons. */
const MOST_COLUMNS = 14;

function differenceHypotheses(
  view: TableView,
  section: Section,
  column: ColumnReading,
  pairs: readonly Pair[],
): readonly Hypothesis[] {
  const rule = view.reading.kind === 'total' || view.reading.kind === 'fiscal' ? 'R-01-06' : 'R-10-01';
  return pairs
    .filter(({ a, b }) => a !== column && b !== column && !isDifference(a) && !isDifference(b))
    .map(({ a, b }) => ({
      support: 'worded',
      candidates: section.body.flatMap(
        (row) =>
          sumOf(view.reading, {
            rule,
            stated: { row, column: column.index },
            terms: [a, b].map(({ index }) => ({ row, column: index })),
            signs: [1, -1],
          }) ?? [],
      ),
    }));
}

/** Difference columns: which column is taken from which is learnt from the rows, then held (R-10-01). */
export function differenceStatements(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) =>
    blocksOf(section).flatMap((block) => {
      const amounts = additiveColumns(section, block);
      if (amounts.length > MOST_COLUMNS) return [];
      const pairs = pairsOf(amounts);
      return amounts
        .filter(isDifference)
        .flatMap((column) => lawful(differenceHypotheses(view, section, column, pairs)));
    }),
  );
}

const EXECUTION = /执行率|执行情况|完成率|完成预算|支出率|执行进度|完成比例|决算.*占.*预算/u;
const DEVIATION = /偏离|差异率|差额率|增[减減]|增长|变化|变动|增幅|降幅/u;

const rateRule = (kind: TableKind, leaf: string): string => {
  if (/^performance/u.test(kind) && EXECUTION.test(leaf)) return 'R-50-01';
  return EXECUTION.test(leaf) || DEVIATION.test(leaf) ? 'R-10-02' : 'R-10-06';
};

function rateHypotheses(
  view: TableView,
  section: Section,
  column: ColumnReading,
  pairs: readonly Pair[],
): readonly Hypothesis[] {
  const leaf = leafOf(column);
  const rule = rateRule(view.reading.kind, leaf);
  const kinds: readonly RateKind[] = EXECUTION.test(leaf)
    ? ['share', 'deviation']
    : DEVIATION.test(leaf)
      ? ['deviation', 'share']
      : ['share'];
  return kinds.flatMap((kind, i) =>
    pairs.map(({ a, b }, j) => {
      const plain = i === 0 && EXECUTED.test(a.path.join('|')) && PLANNED.test(b.path.join('|'));
      const years = i === 0 && a.year !== null && b.year !== null && a.year > b.year && DEVIATION.test(leaf);
      const part = i === 0 && leafOf(a) !== leafOf(b) && leafOf(a).endsWith(leafOf(b));
      const support: Support = (plain && j === 0) || years ? 'known' : part ? 'likely' : 'worded';
      const candidates = section.body.flatMap((row) => {
        const [stated, top, base] = [column, a, b].map(({ index }) => factAt(view.reading, row, index));
        return stated && top && base ? [rateOf(rule, kind, stated, top, base)] : [];
      });
      return { support, candidates };
    }),
  );
}

/** Rate columns as a quotient of two columns of the row: execution, deviation, use (R-10-02, R-10-06, R-50-01). */
export function rateStatements(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) =>
    blocksOf(section).flatMap((block) => {
      const amounts = columnsOf(section, ['amount', 'count'], block);
      if (amounts.length < 2 || amounts.length > MOST_COLUMNS) return [];
      const totals = amounts.filter((column) => !isDifference(column));
      const pairs = pairsOf(totals);
      return columnsOf(section, ['rate'], block).flatMap((column) =>
        lawful(rateHypotheses(view, section, column, pairs)),
      );
    }),
  );
}

/** Averages: an amount of the row divided by a head-count of the row (R-10-06). */
export function averageStatements(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) =>
    blocksOf(section).flatMap((block) => {
      const counts = columnsOf(section, ['count'], block);
      const amounts = columnsOf(section, ['amount'], block);
      return amounts
        .filter((column) => /人均|平均|户均/u.test(leafOf(column)))
        .flatMap((column) =>
          lawful(
            amounts
              .filter((a) => a !== column && !/人均|平均/u.test(leafOf(a)))
              .flatMap((a) => counts.map((b) => ({ a, b })))
              .map(({ a, b }) => ({
                support: 'likely',
                candidates: section.body.flatMap((row) => {
                  const [stated, top, base] = [column, a, b].map(({ index }) =>
                    factAt(view.reading, row, index),
                  );
                  return stated && top && base ? [rateOf('R-10-06', 'quotient', stated, top, base)] : [];
                }),
              })),
          ),
        );
    }),
  );
}
