import type { TextPage } from '../../../model/document.ts';
import type { Paragraph, Table } from '../../../model/layout.ts';

/** The tables and the prose of a text report. */
export function layoutText(_page: TextPage): { tables: readonly Table[]; paragraphs: readonly Paragraph[] } {
  return { tables: [], paragraphs: [] };
}
