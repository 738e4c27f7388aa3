import type { Statement } from '../../model/audit.ts';
import type { Fact, Reading } from '../../model/reading.ts';
import { factsOf } from '../diagnosis/repairs.ts';
import { provedFacts } from './evidence.ts';
import { crookedStatements } from './parallel.ts';
import { tornFacts } from './torn.ts';

/** What arithmetic and the page say of the figures of a document. */
export interface Testimony {
  /** The figures that arithmetic vouches for, by their ids. */
  readonly proved: ReadonlySet<string>;
  /** The statements that fail along with all that are built like them. */
  readonly crooked: ReadonlySet<Statement>;
  /** The figures of sentences that were torn, by their ids. */
  readonly torn: ReadonlySet<string>;
  /** The other figures of the column, or else of the row, that all figures of a statement stand in. */
  readonly beside: (statement: Statement) => readonly Fact[];
}

/** What is known of the figures of a reading; of a text layer only what is proved, for nothing else is in doubt. */
export function testimonyOf(reading: Reading, statements: readonly Statement[]): Testimony {
  const proved = provedFacts(statements);
  if (reading.layout.recognized === undefined)
    return { proved, crooked: new Set(), torn: new Set(), beside: () => [] };
  return {
    proved,
    crooked: crookedStatements(statements),
    torn: tornFacts(reading),
    beside: besideIn(reading),
  };
}

function besideIn({ facts }: Reading): Testimony['beside'] {
  const lines = Map.groupBy(
    facts.flatMap((fact) => linesOf(fact).map((line) => ({ line, fact }))),
    ({ line }) => line,
  );
  return (statement) => {
    const own = factsOf(statement);
    const [first] = own;
    const common = (first === undefined ? [] : linesOf(first)).find((line) =>
      own.every((fact) => linesOf(fact).includes(line)),
    );
    const all = common === undefined ? [] : (lines.get(common) ?? []);
    return all.map(({ fact }) => fact).filter((fact) => !own.includes(fact));
  };
}

/** The column and the row of a table that a figure stands in. */
const linesOf = ({ origin }: Fact): readonly string[] =>
  origin.kind === 'table'
    ? [`${origin.table} column ${origin.column}`, `${origin.table} row ${origin.row}`]
    : [];
