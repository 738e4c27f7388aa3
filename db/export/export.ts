import { type DatabaseProblem, problemOf } from '../problem.ts';
import type { Archive, Filters, QueryRow } from '../query.ts';
import type { Destination, DestinationProblem } from './destination.ts';
import type { ExportFormat, Note } from './format.ts';
import { tableOf, type View } from './view.ts';
import { writeTable } from './write.ts';

/** What came of an export: the number of rows, and how many values each note is about. */
export interface Exported {
  readonly rows: number;
  readonly notes: ReadonlyMap<Note, number>;
}

export type ExportResult =
  | { readonly ok: true; readonly value: Exported }
  | { readonly ok: false; readonly from: 'database'; readonly problem: DatabaseProblem }
  | { readonly ok: false; readonly from: 'destination'; readonly problem: DestinationProblem };

interface ExportOrder {
  readonly view: View;
  readonly filters: Filters;
  readonly format: ExportFormat;
  readonly destination: Destination;
}

/** An error of the file system has the call that failed; others are bugs. */
const isOfSystem = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error && 'code' in error;

/** Writes the rows of a view that the filters leave. Memory does not grow with their number. */
export async function exportView(archive: Archive, order: ExportOrder): Promise<ExportResult> {
  const { view, filters, format, destination } = order;
  const notes = new Map<Note, number>();
  const rows = view.rows(archive, filters);
  let count = 0;
  function* counted(): Generator<QueryRow> {
    for (const row of rows) {
      count += 1;
      yield row;
    }
  }
  try {
    await writeTable(tableOf(view, counted()), format, destination, (note) =>
      notes.set(note, (notes.get(note) ?? 0) + 1),
    );
    return { ok: true, value: { rows: count, notes } };
  } catch (error) {
    if (!isOfSystem(error)) return { ok: false, from: 'database', problem: problemOf(error, archive.path) };
    const path = destination.kind === 'stdout' ? 'stdout' : destination.path;
    return { ok: false, from: 'destination', problem: { code: 'cannot-write', path, detail: error.message } };
  } finally {
    // A format that stopped early has left the query open, and a database with an open query cannot be closed.
    rows.return();
  }
}
