import type { GlyphPage } from '../../../model/document.ts';
import type { Paragraph, Table } from '../../../model/layout.ts';
import { type FlowLine, flowOf, type PageFlow } from './flow.ts';
import { marginsOf } from './margins.ts';
import { paragraphsOf, type Stretch } from './paragraphs.ts';
import { runningLines } from './running.ts';
import type { Sheet } from './sheet.ts';
import { sheetsOf } from './sheets.ts';
import { type Piece, stitched, tableOf } from './stitch.ts';
import { surroundingsOf } from './surroundings.ts';

/**
 * The tables and the prose of a paged report, stitched over its pages. Every glyph outside tables is in a paragraph,
 * but for running heads, running feet and page numbers.
 */
export function layoutPages(pages: Iterable<GlyphPage>): {
  readonly tables: readonly Table[];
  readonly paragraphs: readonly Paragraph[];
} {
  const printed = Array.from(pages, (page) => flowOf(page, sheetsOf(page)));
  const running = runningLines(printed);
  const flows = printed.map(({ height, items }) => ({
    height,
    items: items.filter((item) => item.kind === 'sheet' || !running.has(item)),
  }));
  const chains = stitched(flows.flatMap(piecesOf));
  const tables = chains.map((chain, index) => tableOf(chain, `t${index + 1}`));
  const ids = new Map(
    chains.flatMap(({ pieces }, index) => pieces.map(({ sheet }) => [sheet, `t${index + 1}`] as const)),
  );
  const stretches = stretchesOf(flows, ids);
  const margins = marginsOf(stretches.flatMap(({ lines }) => lines));
  return { tables, paragraphs: stretches.flatMap((stretch) => paragraphsOf(stretch, margins)) };
}

const piecesOf = ({ items }: PageFlow, at: number, flows: readonly PageFlow[]): readonly Piece[] =>
  items.flatMap((item, index) =>
    item.kind === 'sheet'
      ? [{ sheet: item.sheet, about: surroundingsOf(items, index, flows[at - 1]?.items ?? []) }]
      : [],
  );

function stretchesOf(flows: readonly PageFlow[], ids: ReadonlyMap<Sheet, string>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let lines: FlowLine[] = [];
  for (const item of flows.flatMap((flow) => flow.items)) {
    if (item.kind === 'line') lines.push(item);
    else {
      stretches.push({ lines, before: ids.get(item.sheet) ?? null });
      lines = [];
    }
  }
  return [...stretches, { lines, before: null }].filter((stretch) => stretch.lines.length > 0);
}
