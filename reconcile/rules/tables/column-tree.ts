import type { ColumnReading } from '../../../model/reading.ts';
import { leafOf } from './view.ts';

/** Columns under one header cell: a leaf is one column, a group has children and often a total of its own. */
export type ColumnNode =
  | { readonly kind: 'leaf'; readonly name: string; readonly column: ColumnReading }
  | { readonly kind: 'group'; readonly name: string; readonly children: readonly ColumnNode[] };

/** The header of a block as a tree, from the header words of its columns. */
export function columnTree(columns: readonly ColumnReading[], depth = 0): readonly ColumnNode[] {
  const nodes: ColumnNode[] = [];
  for (let i = 0; i < columns.length; ) {
    const column = columns[i];
    if (column === undefined) break;
    const name = column.path[depth] ?? leafOf(column);
    let end = i + 1;
    while (end < columns.length && column.path.length > depth && columns[end]?.path[depth] === name) end += 1;
    const run = columns.slice(i, end);
    if (run.length === 1 || run.every((member) => member.path.length <= depth + 1)) {
      nodes.push(...run.map((member) => ({ kind: 'leaf', name: leafOf(member), column: member }) as const));
    } else nodes.push({ kind: 'group', name, children: columnTree(run, depth + 1) });
    i = end;
  }
  return nodes;
}

const TOTAL_LEAF =
  /^(?:合计|小计|总计|总额|资金总额|金额合计|本年(?:收入|支出)(?:合计)?|(?:收入|支出|资产|预算|决算|金额)?(?:合计|总计)(?:数|金额)?)(?:\(.*\))?$|合计$|总计$/u;
const OF_WHICH_LEAF = /^其中/u;

export const isTotalLeaf = (node: ColumnNode): node is Extract<ColumnNode, { kind: 'leaf' }> =>
  node.kind === 'leaf' && TOTAL_LEAF.test(node.name);

/** The columns that stand for a node in a sum: the leaf itself, a group's total, else all that the group has. */
export function representatives(node: ColumnNode): readonly ColumnReading[] {
  if (node.kind === 'leaf') return OF_WHICH_LEAF.test(node.name) ? [] : [node.column];
  const total = node.children.find(isTotalLeaf);
  return total === undefined ? node.children.flatMap(representatives) : [total.column];
}

/** Every list of siblings in the tree with the name of what stands over them ('' at the top). */
export function siblingLists(
  nodes: readonly ColumnNode[],
  name = '',
): readonly { readonly name: string; readonly nodes: readonly ColumnNode[] }[] {
  return [
    { name, nodes },
    ...nodes.flatMap((node) => (node.kind === 'group' ? siblingLists(node.children, node.name) : [])),
  ];
}
