import type { QueryRow } from '../query.ts';
import type { ExportColumn } from './column.ts';
import type { ExportName, ViewName } from './names.ts';

/** What is exported: a name, its columns, and rows that are taken once, one by one. */
export interface ExportTable {
  readonly name: ViewName;
  readonly summary: string;
  readonly columns: readonly ExportColumn[];
  /** Columns that together name a row; none where a row has no name of its own. */
  readonly key: readonly string[];
  readonly rows: Iterable<QueryRow>;
}

type Chunk = string | Uint8Array;
export type Chunks = Iterable<Chunk> | AsyncIterable<Chunk>;

/** A file of a folder. Files are written one after the other: the chunks of a later one may tell of an earlier one. */
export interface ExportFile {
  readonly name: string;
  readonly chunks: Chunks;
}

/** What a format could not hold as it is: said on the error stream, never in silence. */
export const NOTES = ['text-cut'] as const;
export type Note = (typeof NOTES)[number];
/** Called once for every value that a note is about. */
export type Tell = (note: Note) => void;

/** A form of export. Chunks come as they are taken, so that memory does not grow with the number of rows. */
export type ExportFormat =
  | {
      readonly name: ExportName;
      readonly form: 'text' | 'binary';
      readonly encode: (table: ExportTable, tell: Tell) => Chunks;
    }
  | {
      readonly name: ExportName;
      readonly form: 'folder';
      /** The names of the files, known before any is written. */
      readonly names: (table: ViewName) => readonly string[];
      readonly files: (table: ExportTable, tell: Tell) => Iterable<ExportFile>;
    };
