import type { Glyph } from '../../model/document.ts';
import type { PixelBox, Raster } from '../../model/raster.ts';
import type { RecognizedFigure } from '../../model/recognition.ts';
import { ok, type Result } from '../../model/status.ts';
import { type CellPart, isInside } from './cells.ts';
import { glyphsOfFigure, pointsOf } from './glyphs.ts';
import type { RecognitionKind, RecognizedSymbol, RecognizedWord, Recognizer } from './recognizer.ts';
import { reread } from './reread.ts';
import { countedOn } from './sequence.ts';
import { type Ballot, columnPattern, type Expectation, UNKNOWN, undoubted, voteOn } from './vote.ts';

/** The figure of one cell as all passes together read it. */
export interface SettledFigure {
  readonly part: CellPart;
  readonly glyphs: readonly Glyph[];
  readonly figure: RecognizedFigure;
}

/**
 * Reads the figures of the cells of one table again, as figures, those in doubt once more apart from their line, and lets
 * the passes vote.
 * @param words what the first pass read of the whole page
 */
export async function settledFigures(
  page: Raster,
  parts: readonly CellPart[],
  words: readonly RecognizedWord[],
  recognizer: Recognizer,
): Promise<Result<readonly SettledFigure[]>> {
  const symbols = words.flatMap((word) => word.symbols);
  const second = await ballots(page, parts, recognizer, 'digits');
  if (!second.ok) return second;
  const twice = parts.map((part, index) => [
    ballotOf(symbols.filter(({ box }) => isInside(box, part))),
    second.value[index] ?? NOTHING,
  ]);
  const doubtful = parts.filter((_, index) => undoubted(twice[index] ?? []) === null);
  const places = new Map(doubtful.map((part, index) => [part, index]));
  const third = await ballots(page, doubtful, recognizer, 'page');
  if (!third.ok) return third;
  const thrice = parts.map((part, index) => {
    const at = places.get(part);
    return [...(twice[index] ?? []), ...(at === undefined ? [] : [third.value[at] ?? NOTHING])];
  });
  const columns = Map.groupBy(parts.keys(), (index) => parts[index]?.cell.column);
  const expected = new Map([...columns.values()].flatMap((all) => [...expectations(all, parts, thrice)]));
  return ok(
    parts.flatMap((part, index) => {
      const vote = voteOn(thrice[index] ?? [], expected.get(index) ?? UNKNOWN);
      if (vote === null) return [];
      const { left, top, right, bottom } = part.ink;
      const points = (pixels: number): number => pointsOf(pixels, page.dpi);
      const box = [points(left), points(top), points(right), points(bottom)] as const;
      return [{ part, glyphs: glyphsOfFigure(vote.text, part.ink, page.dpi), figure: { ...vote, box } }];
    }),
  );
}

/** A thin minus gets lost where black and white are parted: what stands left of the ink is looked at too. */
const MINUS = 0.7;

function widened({ ink, inside }: CellPart): PixelBox {
  const left = ink.left - Math.ceil(MINUS * (ink.bottom - ink.top));
  return { ...ink, left: Math.max(inside.left, left) };
}

/** What the other cells of its column say of each cell. */
function expectations(
  column: readonly number[],
  parts: readonly CellPart[],
  ballots: readonly (readonly Ballot[])[],
): ReadonlyMap<number, Expectation> {
  const rows = column.map((index) => parts[index]?.cell.row ?? index);
  const sure = column.map((index) => undoubted(ballots[index] ?? []));
  const pattern = columnPattern(sure.filter((figure) => figure !== null));
  const counted = countedOn(rows, sure);
  return new Map(column.map((index, at) => [index, { pattern, counted: counted[at] ?? null }]));
}

const NOTHING: Ballot = { text: '', confidence: 0 };

async function ballots(
  page: Raster,
  parts: readonly CellPart[],
  recognizer: Recognizer,
  kind: RecognitionKind,
): Promise<Result<readonly Ballot[]>> {
  const pieces = parts.map(widened);
  const read = await reread(page, pieces, kind, recognizer);
  return read.ok
    ? ok(read.value.map((lines) => ballotOf(lines.flat().flatMap(({ symbols }) => symbols))))
    : read;
}

const ballotOf = (symbols: readonly RecognizedSymbol[]): Ballot => ({
  text: symbols.map(({ text }) => text).join(''),
  confidence: Math.min(1, ...symbols.map(({ confidence }) => confidence)),
});
