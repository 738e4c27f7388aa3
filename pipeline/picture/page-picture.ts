import { edgesOf } from '../../extractors/tables/paged/edges.ts';
import type { Glyph, GlyphPage, Ruling } from '../../model/document.ts';
import type { Layout, PagePart, PageSegment, Paragraph, Table } from '../../model/layout.ts';
import { type Box, placeKey } from '../../model/place.ts';
import { shownBox, shownMatrix } from '../../model/turn.ts';
import type { Layer } from './layers.ts';
import type { Mark } from './marks.ts';
import { coordinate, element, group, rectangle, textAt } from './svg.ts';

/** Lines that miss each other by at most this many points are shown as meeting. */
const REACH = 4;
/** Room about a figure that is lit up, in points. */
const HALO = 1;
const LONGEST_TITLE = 200;

type Line = Pick<Ruling, 'x0' | 'y0' | 'x1' | 'y1'>;

const lineData = ({ x0, y0, x1, y1 }: Line): string =>
  `M${coordinate(x0)} ${coordinate(y0)}L${coordinate(x1)} ${coordinate(y1)}`;

const boxData = ({ x0, y0, x1, y1 }: Line): string =>
  `M${coordinate(x0)} ${coordinate(y0)}H${coordinate(x1)}V${coordinate(y1)}H${coordinate(x0)}Z`;

/** One path for many pieces, for a page can have a hundred thousand of them. */
const path = (pieces: readonly string[], className?: string): readonly string[] =>
  pieces.length === 0 ? [] : [element('path', { class: className, d: pieces.join('') })];

const glyphText = ({ x0, baseline, size, text }: Glyph): string =>
  textAt(x0, baseline, text, { 'font-size': size });

const glyphLayer = ({ glyphs, images }: GlyphPage): readonly string[] => [
  ...images.map(({ box }) => rectangle(box, { class: 'image' })),
  ...path(glyphs.map(boxData)),
  ...glyphs.map(glyphText),
];

function rulingLayer({ rulings }: GlyphPage): readonly string[] {
  const drawn = new Map<number, Ruling[]>();
  for (const ruling of rulings.filter(({ width }) => width > 0)) {
    const width = Math.round(ruling.width * 10) / 10;
    const same = drawn.get(width);
    if (same === undefined) drawn.set(width, [ruling]);
    else same.push(ruling);
  }
  return [
    ...path(rulings.filter(({ width }) => width === 0).map(lineData), 'side'),
    ...[...drawn].map(([width, lines]) =>
      element('path', {
        class: 'drawn',
        style: `stroke-width:${coordinate(Math.max(0.2, width))}`,
        d: lines.map(lineData).join(''),
      }),
    ),
  ];
}

function edgeLayer({ rulings }: GlyphPage): readonly string[] {
  const { horizontal, vertical } = edgesOf(rulings.filter(({ width }) => width > 0));
  const lines = [
    ...horizontal.map(({ at, from, to }) => ({ x0: from, y0: at, x1: to, y1: at })),
    ...vertical.map(({ at, from, to }) => ({ x0: at, y0: from, x1: at, y1: to })),
  ];
  const meetings = horizontal.flatMap((h) =>
    vertical
      .filter(
        (v) =>
          v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH,
      )
      .map((v) => element('circle', { cx: v.at, cy: h.at, r: 1.2 })),
  );
  return [...path(lines.map(lineData)), ...meetings];
}

const partsOn = ({ parts }: Table, number: number): readonly PagePart[] =>
  parts.flatMap((part) => ('page' in part && part.page === number ? [part] : []));

const spanText = (rows: number, columns: number): string =>
  rows === 1 && columns === 1 ? '' : ` ${rows}×${columns}`;

/** The cells as printed here, with their position in the stitched table; repeated headers have none. */
function cellsOf(table: Table, number: number): readonly string[] {
  const positions = new Map(table.cells.map((cell) => [placeKey(cell.place), cell]));
  return partsOn(table, number).flatMap(({ cells }) =>
    cells.flatMap(({ place, text, rowSpan, columnSpan }) => {
      if (!('page' in place) || place.page !== number) return [];
      const cell = positions.get(placeKey(place));
      if (cell === undefined) return [rectangle(place.box, { class: 'repeated' }, text)];
      const position = `${cell.row},${cell.column}${spanText(rowSpan, columnSpan)}`;
      const [x0, y0] = place.box;
      return [rectangle(place.box, {}, `${position}: ${text}`), textAt(x0 + 1, y0 + 4.5, position)];
    }),
  );
}

const tableMarks = (table: Table, number: number): readonly string[] =>
  partsOn(table, number).flatMap(({ box }) => {
    const part = table.parts.findIndex((one) => 'page' in one && one.page === number);
    const name = table.parts.length === 1 ? table.id : `${table.id} (${part + 1}/${table.parts.length})`;
    return [
      rectangle(box, {}, `${name}${table.title === null ? '' : ` ${table.title.text}`}`),
      textAt(box[0], box[1] - 2, name),
    ];
  });

function boxOf({ top, bottom, edges, turned }: PageSegment): Box {
  const box: Box = [Math.min(...edges), top, Math.max(...edges), bottom];
  return turned === undefined ? box : shownBox(box, turned);
}

/** Ink has the coordinates of the upright page, and is drawn as it is shown. */
const inked = (page: GlyphPage, layer: (page: GlyphPage) => readonly string[]) => (): readonly string[] => {
  const { turn, width, height } = page;
  if (turn === undefined) return layer(page);
  const matrix = shownMatrix({ turn, width, height }).map(coordinate).join(' ');
  return [element('g', { transform: `matrix(${matrix})` }, layer(page).join('\n'))];
};

function paragraphMarks({ text, segments }: Paragraph, index: number, number: number): readonly string[] {
  const here = segments.flatMap((segment) => ('page' in segment && segment.page === number ? [segment] : []));
  const [first] = here;
  if (first === undefined) return [];
  const name = `¶${index + 1}`;
  const told = `${name} ${text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text}`;
  return [
    ...here.map((segment) => rectangle(boxOf(segment), {}, told)),
    textAt(boxOf(first)[0] - 12, boxOf(first)[3] - 2, name),
  ];
}

function findingMarks(mark: Mark, number: number): readonly string[] {
  const { place, role, codes, messages } = mark;
  if (!('page' in place) || place.page !== number) return [];
  const [x0, y0, x1, y1] = place.box;
  const box: Box = [x0 - HALO, y0 - HALO, x1 + HALO, y1 + HALO];
  return [
    rectangle(box, { class: role, 'data-code': codes.join(' ') }, messages.join('\n')),
    ...(role === 'place' || role === 'operand' ? [] : [textAt(x0, y0 - 2, codes.join(' '))]),
  ];
}

/** The layers of a page of glyphs, from the bottom up. */
export function pagePicture(
  page: GlyphPage,
  { tables, paragraphs }: Layout,
  marks: readonly Mark[],
  layers: ReadonlySet<Layer>,
): string {
  const { number } = page;
  const drawers: Readonly<Record<Layer, () => readonly string[]>> = {
    glyphs: inked(page, glyphLayer),
    rulings: inked(page, rulingLayer),
    edges: inked(page, edgeLayer),
    cells: () => tables.flatMap((table) => cellsOf(table, number)),
    tables: () => tables.flatMap((table) => tableMarks(table, number)),
    paragraphs: () => paragraphs.flatMap((paragraph, index) => paragraphMarks(paragraph, index, number)),
    findings: () => marks.flatMap((mark) => findingMarks(mark, number)),
  };
  return [...layers].map((layer) => group(layer, drawers[layer]())).join('');
}
