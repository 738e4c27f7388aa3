import type { ColumnReading, TableKind } from '../../../model/reading.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { type Candidate, sumOf } from './claim.ts';
import { type ColumnNode, columnTree, isTotalLeaf, representatives, siblingLists } from './column-tree.ts';
import { type Hypothesis, lawful, type Support } from './law.ts';
import { additiveColumns, blocksOf, isDifference, leafOf, type TableView } from './view.ts';

const RULES: Partial<Record<TableKind, string>> = {
  income: 'R-02-01',
  expenditure: 'R-03-01',
  fiscal: 'R-04-03',
  'general-budget': 'R-05-01',
  project: 'R-05-01',
  basic: 'R-06-01',
  'three-public': 'R-07-01',
  'government-fund': 'R-08-01',
  'state-capital': 'R-09-01',
  'performance-department': 'R-50-03',
  'performance-project': 'R-50-03',
  assets: 'R-10-05',
};

/** Parts that are known to make up their total. */
const KNOWN_PARTS =
  /基本支出|项目支出|财政拨款|其他资金|上年结转|一般公共预算|政府性基金|国有资本|人员(?:经费|支出)|公用(?:经费|支出)|事业收入|因公出国|公务接待|公务用车|购置|运行|^会议费|^培训费/u;

const ruleOf = (kind: TableKind, name: string): string =>
  kind === 'three-public' && /用车/u.test(name) ? 'R-07-02' : (RULES[kind] ?? 'R-10-03');

function supportOf(total: ColumnReading, parts: readonly ColumnReading[]): Support {
  const known = parts.filter((part) => KNOWN_PARTS.test(leafOf(part))).length;
  const noun = /^(.{2,6})(?:合计|总计|总额)/u.exec(leafOf(total))?.[1];
  const named = noun !== undefined && parts.every((part) => leafOf(part).includes(noun));
  return known * 2 >= parts.length || named ? 'known' : 'worded';
}

/** Vehicles stand once in the three-public total; twice means that their group was lost from the header. */
const countsCarsTwice = (parts: readonly ColumnReading[]): boolean =>
  parts.some((part) => /接待/u.test(leafOf(part))) &&
  parts.filter((part) => /用车|购置|运行|^小计$/u.test(leafOf(part))).length > 1;

interface RowSum {
  readonly total: ColumnReading;
  readonly parts: readonly ColumnReading[];
  readonly rule: string;
}

/** What a total column can be the sum of among its siblings: all others, those after it, those before it. */
function readingsOf(nodes: readonly ColumnNode[], at: number): readonly (readonly ColumnNode[])[] {
  const next = nodes.findIndex((node, i) => i > at && isTotalLeaf(node));
  const last = nodes.findLastIndex((node, i) => i < at && isTotalLeaf(node));
  const after = nodes.slice(at + 1, next < 0 ? undefined : next);
  const before = nodes.slice(last + 1, at);
  return at === 0 ? [after] : [before, after];
}

/** For each total column of a block, the sums that its header can mean. */
function rowSums(kind: TableKind, columns: readonly ColumnReading[]): readonly (readonly RowSum[])[] {
  return siblingLists(columnTree(columns)).flatMap(({ name, nodes }) =>
    nodes.flatMap((node, at) => {
      if (!isTotalLeaf(node)) return [];
      const sums = readingsOf(nodes, at).flatMap((siblings) => {
        const parts = siblings
          .flatMap(representatives)
          .filter((part) => !isDifference(part) && part.unit === node.column.unit);
        return parts.length < 2 || countsCarsTwice(parts)
          ? []
          : [{ total: node.column, parts, rule: ruleOf(kind, name) }];
      });
      return sums.length === 0 ? [] : [sums];
    }),
  );
}

function hypothesis(view: TableView, section: Section, sum: RowSum): Hypothesis {
  const candidates = section.body.flatMap(
    (row) =>
      sumOf(view.reading, {
        rule: sum.rule,
        stated: { row, column: sum.total.index },
        terms: sum.parts.map((part) => ({ row, column: part.index })),
      }) ?? [],
  );
  return { support: supportOf(sum.total, sum.parts), candidates };
}

/** A total column = Σ of the columns beside it, as the header groups them; of-which columns left out. */
export function rowSumStatements(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) =>
    blocksOf(section).flatMap((block) =>
      rowSums(view.reading.kind, additiveColumns(section, block)).flatMap((sums) =>
        lawful(sums.map((sum) => hypothesis(view, section, sum))),
      ),
    ),
  );
}

/** Opening balance + income − expenditure = closing balance, for tables that print the four (R-08-01, R-05-03). */
export function balanceStatements(view: TableView): readonly Candidate[] {
  return view.sections.flatMap((section) => {
    const columns = additiveColumns(section, 0);
    const nodes = columnTree(columns);
    const pick = (pattern: RegExp): ColumnReading | null => {
      const node = nodes.find(({ name }) => pattern.test(name));
      const found = node === undefined ? [] : representatives(node);
      return found.length === 1 ? (found[0] ?? null) : null;
    };
    const [opening, income, expenditure, closing] = [
      /^年初.*结转/u,
      /^本年收入/u,
      /^本年支出/u,
      /^年末.*结转/u,
    ].map(pick);
    if (!opening || !income || !expenditure || !closing) return [];
    const candidates = section.body.flatMap(
      (row) =>
        sumOf(view.reading, {
          rule: view.reading.kind === 'government-fund' ? 'R-08-01' : 'R-05-03',
          stated: { row, column: closing.index },
          terms: [opening, income, expenditure].map((column) => ({ row, column: column.index })),
          signs: [1, 1, -1],
        }) ?? [],
    );
    return lawful([{ support: 'known', candidates }]);
  });
}
