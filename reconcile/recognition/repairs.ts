import type { Statement } from '../../model/audit.ts';
import type { Cell } from '../../model/layout.ts';
import type { Fact, Reading } from '../../model/reading.ts';
import { figureOf, numberOfFigure } from '../../normalizers/number/recognized.ts';
import { holdsWith, solveFor, writeLike } from '../diagnosis/repair.ts';
import { factsOf } from '../diagnosis/repairs.ts';
import { Decimal } from '../interval.ts';
import type { Rule } from '../rule.ts';
import { RULES } from '../rules/registry.ts';
import { statementsOf } from '../statements.ts';
import { provedFacts } from './evidence.ts';
import { type Alternative, jointRepair } from './joint.ts';
import { isMisreading } from './misreading.ts';

/** A cell of a table, by the table's id and its place in the grid, and what it must say. */
export interface CellRepair {
  readonly table: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/**
 * What recognized cells must say for arithmetic to come out where it does not: another of their readings that mends what
 * is broken and breaks nothing, or a likely misreading that two statements ask for; else other readings of several terms of
 * one sum. Proved figures stay as they are.
 */
export function repairsOfReadings(reading: Reading, rules: readonly Rule[] = RULES): readonly CellRepair[] {
  const statements = statementsOf(reading, rules).filter(({ verdict }) => verdict !== 'unchecked');
  const proved = provedFacts(statements);
  const cells = cellsOf(reading);
  const found = new Map<Fact, string>();
  const settled = new Set<Statement>();
  for (const [fact, all] of aboutFacts(statements)) {
    const cell = cells.get(fact.id);
    if (cell === undefined || proved.has(fact.id) || all.some((one) => settled.has(one))) continue;
    const text = repairOf(fact, cell, all);
    if (text === null) continue;
    found.set(fact, text);
    for (const one of all) settled.add(one);
  }
  for (const statement of statements.filter((one) => isBroken(one) && !settled.has(one)))
    for (const [fact, text] of jointRepair(statement, (fact) => othersOf(fact, cells, proved)) ?? [])
      if (!found.has(fact)) found.set(fact, text);
  return [...found].flatMap(([fact, text]) => {
    const cell = cells.get(fact.id);
    return cell === undefined || fact.origin.kind !== 'table'
      ? []
      : [{ table: fact.origin.table, row: cell.row, column: cell.column, text }];
  });
}

/** What an unproved figure was also read as. */
function othersOf(
  fact: Fact,
  cells: ReadonlyMap<string, Cell>,
  proved: ReadonlySet<string>,
): readonly Alternative[] {
  const cell = cells.get(fact.id);
  if (cell?.how !== 'unproved' || proved.has(fact.id)) return [];
  const texts = new Set((cell.readings ?? []).flatMap((text) => figureOf(text) ?? []));
  return [...texts]
    .map((text) => ({ text, value: amountOf(text, fact) }))
    .filter(({ value }) => !value.eq(fact.quantity.value));
}

const isBroken = ({ verdict }: Statement): boolean => verdict === 'inconsistent';

function repairOf(fact: Fact, cell: Cell, all: readonly Statement[]): string | null {
  const broken = all.filter(isBroken);
  if (broken.length === 0) return null;
  const mends = (value: Decimal): boolean => all.every((one) => holdsWith(one, fact.id, value));
  const read = (cell.readings ?? []).flatMap((text) => figureOf(text) ?? []);
  const other = read.find(
    (text) => mends(amountOf(text, fact)) && !amountOf(text, fact).eq(fact.quantity.value),
  );
  if (other !== undefined) return other;
  if (broken.length < 2) return null;
  const solved = broken.map((one) => solveFor(one, fact.id)).find((value) => value !== null && mends(value));
  if (solved == null) return null;
  const text = writeLike(fact, solved);
  return isMisreading(writeLike(fact, fact.quantity.value), text, cell.how === 'voted')
    ? `${text}${cell.text.endsWith('%') ? '%' : ''}`
    : null;
}

const amountOf = (figure: string, { quantity }: Fact): Decimal =>
  new Decimal(numberOfFigure(figure)).mul(quantity.scale);

function cellsOf({ tables }: Reading): ReadonlyMap<string, Cell> {
  return new Map(
    tables.flatMap(({ table }) =>
      table.cells.flatMap((cell) =>
        cell.how === undefined || cell.how === 'text'
          ? []
          : [[`${table.id}r${cell.row}c${cell.column}`, cell] as const],
      ),
    ),
  );
}

function aboutFacts(statements: readonly Statement[]): ReadonlyMap<Fact, readonly Statement[]> {
  const about = new Map<Fact, Statement[]>();
  for (const statement of statements)
    for (const fact of new Set(factsOf(statement))) {
      const known = about.get(fact);
      if (known === undefined) about.set(fact, [statement]);
      else known.push(statement);
    }
  return about;
}
