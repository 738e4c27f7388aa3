import type { Cell, Layout, Paragraph, Table } from './layout.ts';
import type { Place } from './place.ts';
import type { CellValue, Quantity } from './quantity.ts';
import type { How } from './recognition.ts';

export const DOCUMENT_KINDS = [
  'final-account',
  'budget',
  'performance-department',
  'performance-project',
  'performance-target',
  'three-public-note',
  'government-final',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The standard tables of an account or a budget, which hold amounts of its year. */
export const ACCOUNT_TABLE_KINDS = [
  'total',
  'income',
  'expenditure',
  'fiscal',
  'general-budget',
  'general-budget-economic',
  'basic',
  'project',
  'three-public',
  'government-fund',
  'state-capital',
] as const;

export const TABLE_KINDS = [
  ...ACCOUNT_TABLE_KINDS,
  'budget-final-comparison',
  'performance-project',
  'performance-department',
  'indicators',
  'assets',
  'running-costs',
  'procurement',
  'staff',
  'contents',
  'other',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export const UNIT_BASES = [
  'own',
  'header',
  'table-line',
  'section',
  'document',
  'inferred',
  'unknown',
] as const;
export type UnitBasis = (typeof UNIT_BASES)[number];

export const PHASES = ['initial', 'adjusted', 'final', 'prior', 'plan', 'unknown'] as const;
export type Phase = (typeof PHASES)[number];

/** What the report says it is. `null` where the report does not say. */
export interface Profile {
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly entity: string | null;
  readonly scope: 'department' | 'unit' | 'unknown';
  readonly region: string | null;
  readonly regionCode: string | null;
  readonly year: number | null;
}

/**
 * A figure with a meaning. Prose facts carry their sentence and their offsets in its flat text;
 * table facts carry their grid position.
 */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly quantity: Quantity;
  readonly year: number | null;
  readonly phase: Phase;
  readonly place: Place;
  readonly quote: string;
  /** How the figure was read from an image; absent for a text layer. */
  readonly how?: How;
  readonly origin:
    | { readonly kind: 'prose'; readonly sentence: number; readonly start: number; readonly end: number }
    | { readonly kind: 'table'; readonly table: string; readonly row: number; readonly column: number };
}

/** A sentence of prose. `text` is flat: full-width folded, white space removed; offsets of facts count in it. */
export interface Sentence {
  readonly index: number;
  readonly text: string;
  readonly paragraph: number;
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly place: Place;
  readonly facts: readonly Fact[];
}

/** What a column of a table is for. */
export type ColumnRole =
  | 'label'
  | 'code'
  | 'ordinal'
  | 'amount'
  | 'rate'
  | 'count'
  | 'score'
  | 'weight'
  | 'target'
  | 'actual'
  | 'relation'
  | 'unit'
  | 'text';

export interface ColumnReading {
  readonly index: number;
  /** Header words from the top row down, merged header cells repeated under their span. */
  readonly path: readonly string[];
  readonly role: ColumnRole;
  /** The printed unit of the column's figures (万元, %, 人 …) or null. */
  readonly unit: string | null;
  readonly unitBasis: UnitBasis;
  readonly year: number | null;
  readonly phase: Phase;
  /** For two-sided tables and blocks side by side: which block of columns this one belongs to, from 0. */
  readonly block: number;
}

/** The label of a row inside one block of columns (two-sided tables have one a side). */
export interface RowLabel {
  readonly text: string;
  /** The label without numbering, 其中 marks and spaces: what is compared between tables. */
  readonly name: string;
  readonly code: string | null;
  /** Numbering as printed: 一、 / (一) / 1. , or null. */
  readonly ordinal: string | null;
  /** 0 for 合计 and top items; deeper for items below, from numbering, code length, 其中 and indent. */
  readonly level: number;
  readonly role: 'total' | 'subtotal' | 'item' | 'of-which' | 'blank';
}

export interface RowReading {
  readonly index: number;
  /** One label a block. */
  readonly labels: readonly RowLabel[];
}

/** A table with its meaning resolved; `values[row][column]` covers the whole grid, header rows included. */
export interface TableReading {
  readonly table: Table;
  readonly kind: TableKind;
  readonly title: string | null;
  readonly unit: string | null;
  readonly unitBasis: UnitBasis;
  readonly columns: readonly ColumnReading[];
  readonly rows: readonly RowReading[];
  readonly values: readonly (readonly CellValue[])[];
  /** The cell that covers a grid position (spans resolved), or null. */
  readonly grid: readonly (readonly (Cell | null)[])[];
  /** Table facts by `row,column`. */
  readonly facts: ReadonlyMap<string, Fact>;
}

/** What `normalize` hands over: everything printed, with its meaning. */
export interface Reading {
  readonly layout: Layout;
  readonly profile: Profile;
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly TableReading[];
  readonly sentences: readonly Sentence[];
  readonly facts: readonly Fact[];
}
