import type { Fact } from '../../../model/reading.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { Decimal, Interval } from '../../interval.ts';
import { judge, ratioStatement, unchecked } from '../../statement.ts';
import { atMost, type Candidate, sumOf } from './claim.ts';
import { type Hypothesis, lawful } from './law.ts';
import { additiveColumns, columnsOf, factAt, labelOf, type TableView } from './view.ts';

const FUNDS_TOTAL = /^(?:年度)?资金总额|^年度(?:预算)?资金|^项目资金总额|^预算资金总额/u;
const FUND_SOURCE = /拨款|资金|结转|收入|自筹|单位|财政|上级|本级/u;

/** 年度资金总额 = Σ the sources below it, for each of the budget and execution columns (R-50-03). */
export function fundStatements(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) => {
    const total = section.body.find((row) => FUNDS_TOTAL.test(labelOf(view.reading, row, 0).name));
    if (total === undefined) return [];
    const columns = additiveColumns(section, 0);
    const below = section.body.filter(
      (row) => row > total && columns.some(({ index }) => view.reading.facts.has(`${row},${index}`)),
    );
    const sources = below.filter((row) => FUND_SOURCE.test(labelOf(view.reading, row, 0).name));
    const marked = sources.filter((row) => labelOf(view.reading, row, 0).role === 'of-which');
    const reading = (rows: readonly number[], support: Hypothesis['support']): Hypothesis => ({
      support,
      candidates: columns.flatMap(
        ({ index }) =>
          sumOf(view.reading, {
            rule: 'R-50-03',
            stated: { row: total, column: index },
            terms: rows.map((row) => ({ row, column: index })),
          }) ?? [],
      ),
    });
    // One 其中 opens the list of sources; a second one would be a source of a source.
    if (marked.length <= 1) return sources.length >= 2 ? lawful([reading(sources, 'certain')]) : [];
    const first = sources.filter((row) => row === marked[0] || !marked.includes(row));
    return lawful([reading(first, 'worded'), reading(sources, 'worded'), reading(marked, 'worded')]);
  });
}

/** Share of the points by which an execution score may differ from the rule of three before it is worth a look. */
const SCORE_SLACK = 0.25;

/** Execution score = points × min(execution rate, 1); places round or use steps, so only a wide gap is told (R-50-02). */
export function executionScores(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) => {
    const [weight, score, rate] = (['weight', 'score', 'rate'] as const).map(
      (role) => columnsOf(section, [role])[0],
    );
    if (!weight || !score || !rate || columnsOf(section, ['target']).length > 0) return [];
    return section.body.flatMap((row) => {
      const [points, given, done] = [weight, score, rate].map(({ index }) =>
        factAt(view.reading, row, index),
      );
      if (!points || !given || !done || done.quantity.unit !== '%') return [];
      const share = Interval.of(done.quantity).times(0.01);
      const capped = share.value.gt(1) ? Interval.point(1) : share;
      const computed = capped.times(points.quantity.value);
      const place = given.quantity.decimals;
      const claim = {
        rule: 'R-50-02',
        kind: 'ratio',
        stated: given,
        operands: [points, done],
        severity: 'warning',
        formula: { kind: 'opaque' },
      } as const;
      if (computed.value.toDecimalPlaces(place).eq(given.quantity.value))
        return [{ draft: judge(claim, Interval.point(given.quantity.value)), blanks: false, telling: true }];
      const gap = computed.value.minus(given.quantity.value).abs();
      const draft = gap.gt(points.quantity.value.mul(SCORE_SLACK))
        ? judge(claim, computed)
        : unchecked(claim, 'no-counterpart');
      return [{ draft, blanks: false, telling: true }];
    });
  });
}

interface Scored {
  readonly row: number;
  readonly weight: Fact | null;
  readonly score: Fact | null;
  /** An indicator without any points: its cells were lost in print or in reading. */
  readonly lost: boolean;
  readonly total: boolean;
}

function scoredRows(view: TableView, section: Section): readonly Scored[] {
  const weight = columnsOf(section, ['weight'])[0];
  const score = columnsOf(section, ['score'])[0];
  if (weight === undefined && score === undefined) return [];
  const indicators = columnsOf(section, ['target', 'actual']).length > 0;
  const cell = (row: number, column: typeof weight) =>
    column === undefined ? null : factAt(view.reading, row, column.index);
  const blank = (row: number, column: typeof weight) =>
    column !== undefined && view.reading.values[row]?.[column.index]?.kind === 'blank';
  return section.body.flatMap((row) => {
    const label = labelOf(view.reading, row, 0);
    const total = /^(?:总分|合计|总计|得分合计|总得分|自评总分)/u.test(label.name);
    const own = { weight: cell(row, weight), score: cell(row, score) };
    const present = own.weight !== null || own.score !== null;
    if (label.role === 'subtotal' || (label.role === 'blank' && !present)) return [];
    const lost =
      indicators &&
      !total &&
      label.role === 'item' &&
      (weight === undefined || own.weight === null) &&
      own.score === null &&
      (blank(row, weight) || blank(row, score));
    return present || lost ? [{ row, ...own, lost, total }] : [];
  });
}

/** Each score ≤ its points (R-50-05). */
export function scoreLimits(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) =>
    scoredRows(view, section).flatMap(({ weight, score, lost }) =>
      weight === null || score === null || lost ? [] : (atMost('R-50-05', score, weight, 'error') ?? []),
    ),
  );
}

const factsOf = (rows: readonly Scored[], which: 'weight' | 'score'): readonly Fact[] =>
  rows.flatMap((row) => row[which] ?? []);

function scoreSum(
  rule: string,
  stated: Fact | null,
  operands: readonly Fact[],
  lost: boolean,
): Candidate | null {
  if (stated === null || operands.length < 2) return null;
  const claim = {
    rule,
    kind: 'sum',
    stated,
    operands,
    statedTotal: true,
    formula: { kind: 'sum', signs: operands.map(() => 1) },
  } as const;
  const draft = lost
    ? unchecked(claim, 'operand-missing')
    : judge(claim, Interval.sum(operands.map((fact) => Interval.of(fact.quantity))));
  return { draft, blanks: false, telling: true };
}

/** True where a table's form goes on in the next one: a score form that was cut into pieces. */
const continues = (before: TableView, after: TableView): boolean =>
  before.reading.kind.startsWith('performance') &&
  (after.reading.title === null || before.reading.title === after.reading.title) &&
  !after.sections.some((section) =>
    section.body.some((row) => FUNDS_TOTAL.test(labelOf(after.reading, row, 0).name)),
  );

const matches = (rows: readonly Scored[], which: 'weight' | 'score', total: Fact | null): number =>
  total !== null &&
  Decimal.sum(0, ...factsOf(rows, which).map((fact) => fact.quantity.value)).eq(total.quantity.value)
    ? 1
    : 0;

/** The groups of rows, counted from the last, that the total is about: a form before it may lack its own total. */
function rowsOfForm(groups: readonly (readonly Scored[])[], total: Scored): readonly Scored[] {
  const suffixes = groups.map((_, i) => groups.slice(i).flat());
  const score = (rows: readonly Scored[]) =>
    matches(rows, 'weight', total.weight) + matches(rows, 'score', total.score);
  const best = Math.max(0, ...suffixes.map(score));
  return suffixes.find((rows) => score(rows) === best) ?? [];
}

function totalsOfForm(groups: readonly (readonly Scored[])[], total: Scored): readonly Candidate[] {
  const rows = rowsOfForm(groups, total);
  const complete = rows.filter((row) => !row.lost);
  const lost = complete.length < rows.length;
  const points = scoreSum('R-50-04', total.weight, factsOf(complete, 'weight'), lost);
  const score = scoreSum('R-50-05', total.score, factsOf(complete, 'score'), lost);
  const wrong = (candidate: Candidate | null) => candidate?.draft.verdict === 'inconsistent';
  // Where points and scores fail together, or points alone are printed, a row is missing more likely than a sum is wrong.
  if (wrong(points) && wrong(score)) {
    return [
      scoreSum('R-50-04', total.weight, factsOf(complete, 'weight'), true),
      scoreSum('R-50-05', total.score, factsOf(complete, 'score'), true),
    ].flatMap((candidate) => candidate ?? []);
  }
  const doubtful = points !== null && wrong(points) && score === null;
  return [
    doubtful ? { ...points, draft: { ...points.draft, severity: 'warning' as const } } : points,
    score,
  ].flatMap((candidate) => candidate ?? []);
}

/**
 * Σ points and Σ scores of a form against its 总分 row (R-50-04, R-50-05). A form cut into several tables is added up
 * over all of them. A row that lost its points leaves both unchecked.
 */
export function scoreTotals(views: readonly TableView[]): readonly Candidate[] {
  const result: Candidate[] = [];
  let groups: Scored[][] = [];
  let previous: TableView | null = null;
  for (const view of views) {
    if (previous !== null && !continues(previous, view)) groups = [];
    previous = view;
    for (const section of view.sections) {
      let open: Scored[] = [];
      groups.push(open);
      for (const row of scoredRows(view, section)) {
        if (!row.total) open.push(row);
        else {
          result.push(...totalsOfForm(groups, row));
          open = [];
          groups = [open];
        }
      }
    }
  }
  return result;
}

/** Completion rate = actual ÷ target, where it is not capped at 100 % by convention (R-50-07, information). */
export function completionStatements(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) => {
    const [target, actual, rate] = (['target', 'actual', 'rate'] as const).map(
      (role) => columnsOf(section, [role])[0],
    );
    if (!target || !actual || !rate) return [];
    return section.body.flatMap((row) => {
      const [wanted, done, stated] = [target, actual, rate].map(({ index }) =>
        factAt(view.reading, row, index),
      );
      if (
        !wanted ||
        !done ||
        !stated ||
        stated.quantity.unit !== '%' ||
        wanted.quantity.unit !== done.quantity.unit
      )
        return [];
      const reached = wanted.quantity.value.gt(0) ? done.quantity.value.div(wanted.quantity.value) : null;
      if (reached === null || wanted.quantity.bound === 'max') return [];
      if (stated.quantity.value.eq(100) && reached.gte(1)) return [];
      const claim = {
        rule: 'R-50-07',
        stated,
        severity: 'info',
        statedTotal: false,
        formula: { kind: 'share' },
      } as const;
      const draft = ratioStatement(claim, Interval.of(done.quantity), Interval.of(wanted.quantity), [
        done,
        wanted,
      ]);
      return [{ draft, blanks: false, telling: true }];
    });
  });
}
