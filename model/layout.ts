import { z } from 'zod';
import { Box, Place } from './place.ts';
import { How, type RecognizedFigure } from './recognition.ts';
import type { SourceInfo } from './source.ts';
import type { Reason, Status } from './status.ts';
import { type ReadPage, shownBox } from './turn.ts';

/** One cell of a table: grid position from 0, spans from 1, the text as printed, and where it stands. */
export const Cell = z
  .object({
    row: z.number().int().min(0),
    column: z.number().int().min(0),
    rowSpan: z.number().int().min(1),
    columnSpan: z.number().int().min(1),
    text: z.string(),
    place: Place,
    /** These only where the cell holds a figure of a recognized page. */
    how: How.optional(),
    confidence: z.number().min(0).max(1).optional(),
    readings: z.array(z.string()).readonly().optional(),
  })
  .readonly();
export type Cell = z.infer<typeof Cell>;

/** A piece of a table on one page, as printed there (repeated headers kept), or its range of lines in a text report. */
export const PagePart = z
  .object({ page: z.number().int().min(1), box: Box, cells: z.array(Cell).readonly() })
  .readonly();
export type PagePart = z.infer<typeof PagePart>;
export const LinePart = z
  .object({ lines: z.tuple([z.number().int(), z.number().int()]).readonly() })
  .readonly();
export type LinePart = z.infer<typeof LinePart>;
export type Part = PagePart | LinePart;

/** A line of text that belongs to a table without being one of its rows: its title, caption or unit line. */
export interface TableLine {
  readonly text: string;
  readonly place: Place;
}

/** A table, stitched over its pages: its header once, a merged cell once with its spans. */
export interface Table {
  readonly id: string;
  readonly title: TableLine | null;
  /** A caption below the table ("表 5: …"), where one stands; captions can be wrong and never decide alone. */
  readonly caption: TableLine | null;
  /** The lines just above and inside the head that may state a unit ("单位：万元"), nearest first. */
  readonly unitLines: readonly TableLine[];
  readonly headerRows: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly Cell[];
  readonly parts: readonly Part[];
}

/** A run of a paragraph's characters that lies on one printed line. `start` and `length` count UTF-16 units of the paragraph's text. */
export interface LineSegment {
  readonly start: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}
/** The same for paged input: `edges[i]` is the left edge of the i-th character, `edges[length]` the right edge of the last. */
export interface PageSegment {
  readonly start: number;
  readonly length: number;
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  readonly edges: readonly number[];
  /** Where the page is shown otherwise than it is read: the coordinates are those of the page as it is read. */
  readonly asRead?: ReadPage;
}
export type Segment = LineSegment | PageSegment;

/** A heading or a paragraph of prose in reading order, joined over line and page breaks, table text left out. */
export interface Paragraph {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** The id of the table that this paragraph stands directly before, or null at the end of the report. */
  readonly before: string | null;
}

/** What `tables` hands over: the document's tables and its prose. */
export interface Layout {
  readonly source: SourceInfo;
  readonly status: Status;
  readonly reasons: readonly Reason[];
  readonly tables: readonly Table[];
  readonly paragraphs: readonly Paragraph[];
  /** The figures of every recognized page, by its number, as they stand on the page as it is shown. */
  readonly recognized?: ReadonlyMap<number, readonly RecognizedFigure[]>;
}

/**
 * The place of the characters `[start, end)` of a paragraph: line and column of the first one for text input;
 * for paged input the page of the first one and the box of those that stand on its line.
 */
export function placeWithin(paragraph: Paragraph, start: number, end: number): Place {
  const segment =
    paragraph.segments.find((s) => start < s.start + s.length) ??
    paragraph.segments[paragraph.segments.length - 1];
  if (segment === undefined) return { line: 1, column: 1 };
  const from = Math.min(Math.max(0, start - segment.start), segment.length);
  if ('line' in segment) return { line: segment.line, column: segment.column + from };
  const to = Math.min(Math.max(from + 1, end - segment.start), segment.length);
  const edge = (i: number) => segment.edges[Math.min(i, segment.edges.length - 1)] ?? 0;
  const box: Box = [edge(from), segment.top, edge(to), segment.bottom];
  const { page, asRead } = segment;
  return { page, box: asRead === undefined ? box : shownBox(box, asRead) };
}
