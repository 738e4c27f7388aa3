import type { StageSpent } from '../model/effort.ts';
import type { ComponentUnits, ImpliedFact } from '../model/link.ts';
import type { Report } from '../model/report.ts';

export const WORD_LANGUAGES = ['en', 'zh'] as const;

/** The words of one finding in one language. */
export interface FindingWords {
  readonly message: string;
  readonly arithmetic: string | null;
  readonly cause: string | null;
}

/** A page's frame: its size in points (pixels for images), or its number of lines. */
export type PageRecord =
  | { readonly kind: 'glyphs'; readonly number: number; readonly width: number; readonly height: number }
  | { readonly kind: 'lines'; readonly number: number; readonly lines: number };

/** Everything about one document that becomes rows. `words[language]` runs parallel to the report's findings. */
export interface DocumentRecord {
  readonly report: Report;
  readonly bytes: number;
  readonly pages: readonly PageRecord[];
  readonly words: Readonly<Record<(typeof WORD_LANGUAGES)[number], readonly FindingWords[]>>;
  /** What only linking asks for: the units that the report brings together, and the amounts of earlier years that it implies. */
  readonly units: ComponentUnits | null;
  readonly implied: readonly ImpliedFact[];
  /** What every stage took, as far as it came. */
  readonly spent: readonly StageSpent[];
}

/** A file that could not even be hashed. */
export interface FileError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What a run says about itself when it starts. */
export interface RunRecord {
  readonly program: string;
  readonly workKey: string;
  readonly stages: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface RunCounts {
  readonly read: number;
  readonly unchanged: number;
  readonly failed: number;
}

/** How a run ended: it came to its end, or was stopped before. */
export type RunEnd = 'finished' | 'interrupted';

export const DECISIONS = ['confirmed', 'dismissed', 'withdrawn'] as const;
export type Decision = (typeof DECISIONS)[number];
