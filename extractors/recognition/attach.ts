import type { PackedPage } from '../../model/document.ts';
import type { Cell, Layout, Table } from '../../model/layout.ts';
import type { Box } from '../../model/place.ts';
import type { FigureReading, RecognizedFigure } from '../../model/recognition.ts';
import { shownBox } from '../../model/turn.ts';

type Recognized = NonNullable<Layout['recognized']>;

/** The figures of the recognized pages, where they stand on the page as it is shown; `null` where none was recognized. */
export function recognizedFigures(pages: readonly PackedPage[]): Recognized | null {
  const found = pages.flatMap(({ number, figures, turn, width, height }) => {
    if (figures === undefined) return [];
    const shown = (box: Box): Box => (turn === undefined ? box : shownBox(box, { turn, width, height }));
    return [[number, figures.map((figure) => ({ ...figure, box: shown(figure.box) }))] as const];
  });
  return found.length === 0 ? null : new Map(found);
}

/** Tables whose cells say of their figures how they were read. */
export const withReadings = (tables: readonly Table[], recognized: Recognized): readonly Table[] =>
  tables.map((table) => ({ ...table, cells: table.cells.map((cell) => withReading(cell, recognized)) }));

function withReading(cell: Cell, recognized: Recognized): Cell {
  const figures = 'page' in cell.place ? recognized.get(cell.place.page) : undefined;
  if (figures === undefined || !('page' in cell.place) || !/\d/u.test(cell.text)) return cell;
  const { box } = cell.place;
  return { ...cell, ...readingOf(figures.filter((figure) => isInside(figure.box, box))) };
}

const isInside = ([x0, y0, x1, y1]: Box, [left, top, right, bottom]: Box): boolean => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= left && x <= right && y >= top && y <= bottom;
};

/** What is said of a cell that several figures stand in is the worst of them; of one without any, nothing vouches. */
function readingOf(figures: readonly RecognizedFigure[]): FigureReading {
  const [only, ...others] = figures;
  if (only === undefined) return { how: 'unproved', confidence: 0, readings: [] };
  if (others.length === 0) return { how: only.how, confidence: only.confidence, readings: only.readings };
  return {
    how: figures.some(({ how }) => how === 'unproved') ? 'unproved' : 'read',
    confidence: Math.min(...figures.map(({ confidence }) => confidence)),
    readings: figures.flatMap(({ readings }) => readings),
  };
}
