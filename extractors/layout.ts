import type { Document, GlyphPage, PackedPage } from '../model/document.ts';
import type { Layout } from '../model/layout.ts';
import { unpacked } from '../model/packed.ts';
import { recognizedFigures, withReadings } from './recognition/attach.ts';
import { asShown } from './tables/paged/as-shown.ts';
import { layoutPages } from './tables/paged/layout.ts';
import { layoutText } from './tables/text/layout.ts';

/** The `tables` stage: pages of lines or glyphs become tables of cells and paragraphs of prose. */
export function layoutDocument(document: Document): Layout {
  const { source, status, reasons } = document;
  const text = document.pages.find((page) => page.kind === 'lines');
  if (text !== undefined) return { source, status, reasons, ...layoutText(text) };
  const pages = document.pages.filter((page): page is PackedPage => page.kind === 'packed');
  const { tables, paragraphs } = layoutPages(opened(pages));
  const recognized = recognizedFigures(pages.map(asRead));
  const found =
    recognized === null
      ? { tables, paragraphs }
      : { tables: withReadings(tables, recognized), paragraphs, recognized };
  return { source, status, reasons, ...asShown(found, pages) };
}

/** Figures are looked up where cells stand before a page is turned back: a skewed cell's box would hold its neighbours'. */
function asRead({ turn: _, ...page }: PackedPage): PackedPage {
  return page;
}

/** One page after the other, for all of them as objects would fill the memory. */
function* opened(pages: readonly PackedPage[]): Iterable<GlyphPage> {
  for (const page of pages) yield unpacked(page);
}
