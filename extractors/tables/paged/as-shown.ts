import type { PackedPage } from '../../../model/document.ts';
import type { Cell, Layout, Part, Segment, Table, TableLine } from '../../../model/layout.ts';
import type { Place } from '../../../model/place.ts';
import { isShownOtherwise, type ReadPage, shownBox } from '../../../model/turn.ts';

type Found = Pick<Layout, 'tables' | 'paragraphs' | 'recognized'>;
type Recognized = NonNullable<Layout['recognized']>;
type Pages = ReadonlyMap<number, ReadPage>;

/** Tables, paragraphs and figures with every place on the page as it is shown, where it was read otherwise. */
export function asShown(found: Found, pages: readonly PackedPage[]): Found {
  const read: Pages = new Map(
    pages.filter(isShownOtherwise).map(({ number, turn, skew, frame, width, height }) => {
      // Segments keep these: not the whole page with its ink.
      return [number, { turn, skew, frame, width, height }];
    }),
  );
  if (read.size === 0) return found;
  const { recognized } = found;
  return {
    ...(recognized !== undefined && { recognized: shownFigures(recognized, read) }),
    tables: found.tables.map((table) => shownTable(table, read)),
    paragraphs: found.paragraphs.map((paragraph) => ({
      ...paragraph,
      segments: paragraph.segments.map((segment) => shownSegment(segment, read)),
    })),
  };
}

function shownFigures(recognized: Recognized, read: Pages): Recognized {
  const shown = [...recognized].map(([number, figures]) => {
    const page = read.get(number);
    return [
      number,
      page === undefined
        ? figures
        : figures.map((figure) => ({ ...figure, box: shownBox(figure.box, page) })),
    ] as const;
  });
  return new Map(shown);
}

const shownPlace = (place: Place, read: Pages): Place => {
  const page = 'page' in place ? read.get(place.page) : undefined;
  return 'page' in place && page !== undefined ? { ...place, box: shownBox(place.box, page) } : place;
};

const shownCell = (cell: Cell, read: Pages): Cell => ({ ...cell, place: shownPlace(cell.place, read) });

const shownLine = (line: TableLine, read: Pages): TableLine => ({
  ...line,
  place: shownPlace(line.place, read),
});

function shownPart(part: Part, read: Pages): Part {
  const page = 'page' in part ? read.get(part.page) : undefined;
  if (!('page' in part) || page === undefined) return part;
  return {
    ...part,
    box: shownBox(part.box, page),
    cells: part.cells.map((cell) => shownCell(cell, read)),
  };
}

const shownTable = (table: Table, read: Pages): Table => ({
  ...table,
  title: table.title === null ? null : shownLine(table.title, read),
  caption: table.caption === null ? null : shownLine(table.caption, read),
  unitLines: table.unitLines.map((line) => shownLine(line, read)),
  cells: table.cells.map((cell) => shownCell(cell, read)),
  parts: table.parts.map((part) => shownPart(part, read)),
});

function shownSegment(segment: Segment, read: Pages): Segment {
  const page = 'page' in segment ? read.get(segment.page) : undefined;
  return page === undefined ? segment : { ...segment, asRead: page };
}
