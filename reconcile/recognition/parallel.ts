import type { Statement } from '../../model/audit.ts';
import type { Fact } from '../../model/reading.ts';

const cellOf = ({ origin }: Fact) => (origin.kind === 'table' ? origin : null);

/**
 * What a statement about cells of one column has in common with those that other columns make of the same row, and one
 * about cells of one row with those of the same column; `null` for any other.
 */
function lineOf({ rule, operands, stated }: Statement): string | null {
  const facts = stated === null ? operands : [stated, ...operands];
  const cells = facts.flatMap((fact) => cellOf(fact) ?? []);
  const [first] = cells;
  if (first === undefined || facts.length < 2 || cells.length < facts.length) return null;
  if (cells.some(({ table }) => table !== first.table)) return null;
  const isColumn = cells.every(({ column }) => column === first.column);
  const isRow = cells.every(({ row }) => row === first.row);
  if (isColumn === isRow) return null;
  return [rule, first.table, isColumn ? `row ${first.row}` : `column ${first.column}`].join(' ');
}

const isBlank = ({ operands, stated }: Statement): boolean =>
  [...operands, stated].every((fact) => fact === null || fact.quantity.value.isZero());

const isUnread = ({ verdict, reason }: Statement): boolean =>
  verdict === 'unchecked' && (reason === 'operand-unreadable' || reason === 'operand-missing');

/**
 * Statements about a table none of whose parallels comes out: where the same rows do not fit in any column, a row was lost
 * or taken for one of another level, and the report need not be wrong.
 */
export function crookedStatements(statements: readonly Statement[]): ReadonlySet<Statement> {
  const told = statements.filter((one) => (one.verdict !== 'unchecked' || isUnread(one)) && !isBlank(one));
  const lines = told.flatMap((statement) => {
    const line = lineOf(statement);
    return line === null ? [] : [{ line, statement }];
  });
  const crooked = [...Map.groupBy(lines, ({ line }) => line).values()].filter(
    (group) =>
      group.length > 1 &&
      group.every(({ statement }) => statement.verdict === 'inconsistent' || isUnread(statement)),
  );
  return new Set(crooked.flat().map(({ statement }) => statement));
}
