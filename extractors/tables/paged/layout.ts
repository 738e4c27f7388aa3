import type { GlyphPage } from '../../../model/document.ts';
import type { Paragraph, Table } from '../../../model/layout.ts';

/** The tables and the prose of a paged report, stitched over its pages. */
export function layoutPages(_pages: readonly GlyphPage[]): {
  tables: readonly Table[];
  paragraphs: readonly Paragraph[];
} {
  return { tables: [], paragraphs: [] };
}
