import type { Blame, Computed, Formula, Severity, Verdict } from './audit.ts';
import type { Fund, Metric } from './keys.ts';
import type { Place } from './place.ts';
import type { Quantity } from './quantity.ts';
import type { DocumentKind, Phase, Profile } from './reading.ts';

/** Kinds whose figures stand for a whole entity and are held against those of its other documents. */
export const LINKED_KINDS = [
  'final-account',
  'budget',
  'three-public-note',
  'performance-department',
] as const satisfies readonly DocumentKind[];

/** Why a claim across documents could not be checked. */
export const LINK_REASONS = [
  'entity-unnamed',
  'year-unknown',
  'scope-differs',
  'document-missing',
  'operand-missing',
  'no-counterpart',
  'operand-approximate',
  'base-unnamed',
  'ambiguous',
  'entity-uncertain',
  'not-comparable',
  'units-unnamed',
  'units-missing',
  'internal-transfers',
] as const;
export type LinkReason = (typeof LINK_REASONS)[number];

/** A unit that a department's report names: as printed, and the key of its own documents (null for a name that is not full). */
export interface ComponentUnit {
  readonly name: string;
  readonly key: string | null;
  /** True for the department's own office (本级). */
  readonly own: boolean;
}

/** The units whose accounts a department's report says it brings together (纳入编制范围的单位). */
export interface ComponentUnits {
  readonly units: readonly ComponentUnit[];
  /** True where the list is closed: as many names as the report counts, or an enumeration without 等. */
  readonly whole: boolean;
}

/** A document as linking sees it. */
export interface LinkDocument {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly entity: string | null;
  readonly regionCode: string | null;
  readonly scope: Profile['scope'];
  readonly year: number | null;
}

/** An amount of an earlier year that a text implies, by the ids of the facts in their document. */
export interface ImpliedFact {
  readonly current: string;
  readonly change: string;
  readonly sign: 1 | -1;
  readonly year: number;
  readonly phase: 'initial' | 'final';
}

/** A figure where it stands. */
export interface PrintedFigure {
  /** Number of the fact in the database. */
  readonly id: number;
  readonly document: LinkDocument;
  readonly label: string;
  readonly quantity: Quantity;
  readonly origin: 'prose' | 'table';
  readonly place: Place;
  readonly quote: string;
}

/** A figure with the keys by which figures of different documents are the same thing. */
export interface LinkFigure extends PrintedFigure {
  readonly metric: Metric;
  readonly fund: Fund | null;
  readonly functionCode: string | null;
  readonly economicCode: string | null;
  readonly year: number | null;
  readonly phase: Phase;
  /** Number of the table that it stands in, null in prose. */
  readonly table: number | null;
}

/** Any figure of a document, by which two editions of it are compared print by print. */
export interface EditionFigure extends PrintedFigure {
  readonly year: number | null;
  readonly phase: Phase;
  /** Title of the table that it stands in; null in prose and in a table without one. */
  readonly tableTitle: string | null;
}

/** The amount of an earlier year that an amount and its change imply: `current − sign · change`. */
export interface ImpliedAmount {
  readonly current: LinkFigure;
  readonly change: PrintedFigure;
  readonly sign: 1 | -1;
  readonly year: number;
  readonly phase: 'initial' | 'final';
}

/** A document with everything of it that can be linked. */
export interface LinkedDocument {
  readonly document: LinkDocument;
  readonly figures: readonly LinkFigure[];
  readonly implied: readonly ImpliedAmount[];
  readonly units: ComponentUnits | null;
  /** Everything that it prints, read only when asked for: few documents have another edition. */
  readonly prints: () => readonly EditionFigure[];
}

/**
 * A claim that figures of several documents make together: `stated = formula(operands)`. Of an unchecked claim both may
 * be missing.
 */
export interface LinkStatement {
  readonly rule: string;
  /** What identifies it among the claims of its rule about one entity. */
  readonly subject: string;
  /** Claims of one cause become one finding. */
  readonly cause: string;
  readonly year: number | null;
  readonly documents: readonly LinkDocument[];
  readonly verdict: Verdict;
  readonly reason: LinkReason | null;
  readonly severity: Severity;
  readonly stated: PrintedFigure | null;
  readonly operands: readonly PrintedFigure[];
  readonly computed: Computed | null;
  readonly formula: Formula;
  /** Message template in reconcile/messages, and its parameters. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Claims across documents of one cause that cannot hold. */
export interface LinkFinding {
  readonly key: string;
  readonly severity: Severity;
  readonly blame: Blame;
  /** The claim that shows it best. */
  readonly main: LinkStatement;
  readonly explains: readonly LinkStatement[];
  /** The figure at which it is shown, and the one of another document that it is held against. */
  readonly here: PrintedFigure;
  readonly there: PrintedFigure;
}
