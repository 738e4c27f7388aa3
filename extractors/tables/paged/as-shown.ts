import type { PackedPage } from '../../../model/document.ts';
import type { Cell, Paragraph, Part, Segment, Table, TableLine } from '../../../model/layout.ts';
import type { Place } from '../../../model/place.ts';
import { shownBox, type TurnedPage } from '../../../model/turn.ts';

interface Found {
  readonly tables: readonly Table[];
  readonly paragraphs: readonly Paragraph[];
}

type Turned = ReadonlyMap<number, TurnedPage>;

/** Tables and paragraphs with every place on the page as it is shown, where pages were read upright and shown turned. */
export function asShown(found: Found, pages: readonly PackedPage[]): Found {
  const turned: Turned = new Map(
    pages.flatMap(({ number, turn, width, height }) =>
      turn === undefined ? [] : [[number, { turn, width, height }] as const],
    ),
  );
  if (turned.size === 0) return found;
  return {
    tables: found.tables.map((table) => shownTable(table, turned)),
    paragraphs: found.paragraphs.map((paragraph) => ({
      ...paragraph,
      segments: paragraph.segments.map((segment) => shownSegment(segment, turned)),
    })),
  };
}

const shownPlace = (place: Place, turned: Turned): Place => {
  const page = 'page' in place ? turned.get(place.page) : undefined;
  return 'page' in place && page !== undefined ? { ...place, box: shownBox(place.box, page) } : place;
};

const shownCell = (cell: Cell, turned: Turned): Cell => ({ ...cell, place: shownPlace(cell.place, turned) });

const shownLine = (line: TableLine, turned: Turned): TableLine => ({
  ...line,
  place: shownPlace(line.place, turned),
});

function shownPart(part: Part, turned: Turned): Part {
  const page = 'page' in part ? turned.get(part.page) : undefined;
  if (!('page' in part) || page === undefined) return part;
  return {
    ...part,
    box: shownBox(part.box, page),
    cells: part.cells.map((cell) => shownCell(cell, turned)),
  };
}

const shownTable = (table: Table, turned: Turned): Table => ({
  ...table,
  title: table.title === null ? null : shownLine(table.title, turned),
  caption: table.caption === null ? null : shownLine(table.caption, turned),
  unitLines: table.unitLines.map((line) => shownLine(line, turned)),
  cells: table.cells.map((cell) => shownCell(cell, turned)),
  parts: table.parts.map((part) => shownPart(part, turned)),
});

function shownSegment(segment: Segment, turned: Turned): Segment {
  const page = 'page' in segment ? turned.get(segment.page) : undefined;
  return page === undefined ? segment : { ...segment, turned: page };
}
