import { edgesOf } from '../../extractors/tables/paged/edges.ts';
import type { Glyph, GlyphPage, Ruling } from '../../model/document.ts';
import type { Layout, PagePart, PageSegment, Paragraph, Table } from '../../model/layout.ts';
import { type Box, placeKey } from '../../model/place.ts';
import { isShownOtherwise, shownBox, shownMatrix, unitOf } from '../../model/turn.ts';
import type { Layer } from './layers.ts';
import type { Mark } from './marks.ts';
import { coordinate, element, factor, group, rectangle, textAt } from './svg.ts';

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

/** A box in points, of one in units of which a point has so many. */
const inPoints = ([x0, y0, x1, y1]: Box, unit: number): Box => [x0 / unit, y0 / unit, x1 / unit, y1 / unit];

/** The cells as printed here, with their position in the stitched table; repeated headers have none. */
function cellsOf(table: Table, number: number, unit: number): readonly string[] {
  const positions = new Map(table.cells.map((cell) => [placeKey(cell.place), cell]));
  return partsOn(table, number).flatMap(({ cells }) =>
    cells.flatMap(({ place, text, rowSpan, columnSpan }) => {
      if (!('page' in place) || place.page !== number) return [];
      const cell = positions.get(placeKey(place));
      const box = inPoints(place.box, unit);
      if (cell === undefined) return [rectangle(box, { class: 'repeated' }, text)];
      const position = `${cell.row},${cell.column}${spanText(rowSpan, columnSpan)}`;
      const [x0, y0] = box;
      return [rectangle(box, {}, `${position}: ${text}`), textAt(x0 + 1, y0 + 4.5, position)];
    }),
  );
}

const tableMarks = (table: Table, number: number, unit: number): readonly string[] =>
  partsOn(table, number).flatMap((shown) => {
    const box = inPoints(shown.box, unit);
    const part = table.parts.findIndex((one) => 'page' in one && one.page === number);
    const name = table.parts.length === 1 ? table.id : `${table.id} (${part + 1}/${table.parts.length})`;
    return [
      rectangle(box, {}, `${name}${table.title === null ? '' : ` ${table.title.text}`}`),
      textAt(box[0], box[1] - 2, name),
    ];
  });

function boxOf({ top, bottom, edges, asRead }: PageSegment, unit: number): Box {
  const box: Box = [Math.min(...edges), top, Math.max(...edges), bottom];
  return asRead === undefined ? box : inPoints(shownBox(box, asRead), unit);
}

/** Ink has the coordinates of the upright page, and is drawn as it is shown. */
const inked = (page: GlyphPage, layer: (page: GlyphPage) => readonly string[]) => (): readonly string[] => {
  if (!isShownOtherwise(page)) return layer(page);
  const matrix = shownMatrix(page).map(factor).join(' ');
  return [element('g', { transform: `matrix(${matrix})` }, layer(page).join('\n'))];
};

function paragraphMarks(
  { text, segments }: Paragraph,
  index: number,
  number: number,
  unit: number,
): readonly string[] {
  const here = segments.flatMap((segment) => ('page' in segment && segment.page === number ? [segment] : []));
  const [first] = here;
  if (first === undefined) return [];
  const [x0, , , y1] = boxOf(first, unit);
  const name = `¶${index + 1}`;
  const told = `${name} ${text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)}…` : text}`;
  return [...here.map((segment) => rectangle(boxOf(segment, unit), {}, told)), textAt(x0 - 12, y1 - 2, name)];
}

function findingMarks(mark: Mark, number: number, unit: number): readonly string[] {
  const { place, role, codes, messages } = mark;
  if (!('page' in place) || place.page !== number) return [];
  const [x0, y0, x1, y1] = inPoints(place.box, unit);
  const box: Box = [x0 - HALO, y0 - HALO, x1 + HALO, y1 + HALO];
  return [
    rectangle(box, { class: role, 'data-code': codes.join(' ') }, messages.join('\n')),
    ...(role === 'place' || role === 'operand' ? [] : [textAt(x0, y0 - 2, codes.join(' '))]),
  ];
}

/** Marks are drawn in points, for their lines and letters have sizes of their own. */
const marked = (unit: number, layer: () => readonly string[]) => (): readonly string[] => {
  const parts = layer();
  if (unit === 1 || parts.length === 0) return parts;
  return [element('g', { transform: `scale(${factor(unit)})` }, parts.join('\n'))];
};

/** The layers of a page of glyphs, from the bottom up. */
export function pagePicture(
  page: GlyphPage,
  { tables, paragraphs }: Layout,
  marks: readonly Mark[],
  layers: ReadonlySet<Layer>,
): string {
  const { number } = page;
  const unit = unitOf(page);
  const drawers: Readonly<Record<Layer, () => readonly string[]>> = {
    glyphs: inked(page, glyphLayer),
    rulings: inked(page, rulingLayer),
    edges: inked(page, edgeLayer),
    cells: marked(unit, () => tables.flatMap((table) => cellsOf(table, number, unit))),
    tables: marked(unit, () => tables.flatMap((table) => tableMarks(table, number, unit))),
    paragraphs: marked(unit, () =>
      paragraphs.flatMap((paragraph, index) => paragraphMarks(paragraph, index, number, unit)),
    ),
    findings: marked(unit, () => marks.flatMap((mark) => findingMarks(mark, number, unit))),
  };
  return [...layers].map((layer) => group(layer, drawers[layer]())).join('');
}
