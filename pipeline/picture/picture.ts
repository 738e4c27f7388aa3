import type { Audit, Finding } from '../../model/audit.ts';
import type { Document, Page } from '../../model/document.ts';
import type { Layout } from '../../model/layout.ts';
import { unpacked } from '../../model/packed.ts';
import { shownSize, unitOf } from '../../model/turn.ts';
import { LAYERS, type Layer } from './layers.ts';
import { marksOf } from './marks.ts';
import { pagePicture } from './page-picture.ts';
import { svg } from './svg.ts';
import { textPicture, textSize } from './text-picture.ts';

/** Everything that is known of a document and can be drawn, and the message of a finding. */
export interface Subject {
  readonly document: Document;
  readonly layout: Layout;
  readonly audit: Audit;
  readonly words: (finding: Finding) => string;
}

/** The SVG of one page of the document with the layers asked for, in their own order. */
export function pictureOf(
  page: Page,
  { document, layout, audit, words }: Subject,
  wanted: readonly Layer[],
): string {
  const layers = new Set(LAYERS.filter((layer) => wanted.includes(layer)));
  const marks = marksOf(audit.findings, words);
  const name = `${document.source.name}, ${page.number}/${Math.max(1, document.source.pages)}`;
  const isText = page.kind === 'lines';
  const { width, height } = isText ? textSize(page) : shownSize(page);
  const content = isText
    ? textPicture(page, layout, marks, layers)
    : pagePicture(unpacked(page), layout, marks, layers);
  return svg(width, height, isText ? 1 : unitOf(page), name, content);
}
