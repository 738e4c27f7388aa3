import type { Document, GlyphPage } from '../model/document.ts';
import type { Layout } from '../model/layout.ts';
import { layoutPages } from './tables/paged/layout.ts';
import { layoutText } from './tables/text/layout.ts';

/** The `tables` stage: pages of lines or glyphs become tables of cells and paragraphs of prose. */
export function layoutDocument(document: Document): Layout {
  const { source, status, reasons } = document;
  const text = document.pages.find((page) => page.kind === 'lines');
  const paged = document.pages.filter((page): page is GlyphPage => page.kind === 'glyphs');
  const found = text === undefined ? layoutPages(paged) : layoutText(text);
  return { source, status, reasons, ...found };
}
