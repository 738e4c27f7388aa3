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
  const paged = document.pages.filter((page): page is PackedPage => page.kind === 'packed');
  const found = text === undefined ? asShown(layoutPages(opened(paged)), paged) : layoutText(text);
  const recognized = recognizedFigures(paged);
  if (recognized === null) return { source, status, reasons, ...found };
  const tables = withReadings(found.tables, recognized);
  return { source, status, reasons, ...found, tables, recognized };
}

/** One page after the other, for all of them as objects would fill the memory. */
function* opened(pages: readonly PackedPage[]): Iterable<GlyphPage> {
  for (const page of pages) yield unpacked(page);
}
