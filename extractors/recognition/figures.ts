import type { Glyph } from '../../model/document.ts';
import type { PixelBox } from '../../model/raster.ts';
import type { RecognizedFigure } from '../../model/recognition.ts';
import { ok, type Result } from '../../model/status.ts';
import { type CellPart, isInside } from './cells.ts';
import { glyphsOfFigure, pointsOf } from './glyphs.ts';
import type { LegibleImage, Pass, Passes, RecognizedSymbol, RecognizedWord } from './recognizer.ts';
import { countedOn } from './sequence.ts';
import { isWider } from './typeface/advances.ts';
import { likenessOf } from './typeface/likeness.ts';
import { matched } from './typeface/match.ts';
import { type Typeface, typefaceOf } from './typeface/templates.ts';
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
  image: LegibleImage,
  parts: readonly CellPart[],
  words: readonly RecognizedWord[],
  passes: Passes,
): Promise<Result<readonly SettledFigure[]>> {
  const symbols = words.flatMap((word) => word.symbols);
  const second = await ballots(image, parts, passes.figures);
  if (!second.ok) return second;
  const twice = parts.map((part, index) => [
    ballotOf(
      symbols.filter(({ box }) => isInside(box, part) && (box[0] + box[2]) / 2 > (part.triangle?.end ?? 0)),
      part,
    ),
    second.value[index] ?? NOTHING,
  ]);
  const doubtful = parts.filter((_, index) => undoubted(twice[index] ?? []) === null);
  const places = new Map(doubtful.map((part, index) => [part, index]));
  const third = await ballots(image, doubtful, passes.doubtful);
  if (!third.ok) return third;
  const thrice = parts.map((part, index) => {
    const at = places.get(part);
    return [...(twice[index] ?? []), ...(at === undefined ? [] : [third.value[at] ?? NOTHING])];
  });
  const columns = Map.groupBy(parts.keys(), (index) => parts[index]?.cell.column);
  const typeface = typefaceOfFigures(image, parts, thrice);
  const prints = parts.map((part) => printOf(image, part, typeface));
  const expected = new Map(
    [...columns.values()].flatMap((all) => [...expectations(all, parts, thrice, prints)]),
  );
  return ok(
    parts.flatMap((part, index) => {
      const vote = voteOn(thrice[index] ?? [], expected.get(index) ?? UNKNOWN);
      if (vote === null) return [];
      const { left, top, right, bottom } = part.ink;
      const points = (pixels: number): number => pointsOf(pixels, image.clean.dpi);
      const box = [points(left), points(top), points(right), points(bottom)] as const;
      return [
        { part, glyphs: glyphsOfFigure(vote.text, part.ink, image.clean.dpi), figure: { ...vote, box } },
      ];
    }),
  );
}

/** A thin minus gets lost where black and white are parted: what stands left of the ink is looked at too. */
const MINUS = 0.7;

function widened({ ink, body, inside, triangle }: CellPart): PixelBox {
  if (triangle !== null) return body;
  const left = ink.left - Math.ceil(MINUS * (ink.bottom - ink.top));
  return { ...ink, left: Math.max(inside.left, left) };
}

/** So many figures above and below a cell say how it is printed: forms hold several tables one below the other. */
const NEAR = 6;

/** What the other cells of its column say of each cell. */
function expectations(
  column: readonly number[],
  parts: readonly CellPart[],
  ballots: readonly (readonly Ballot[])[],
  prints: readonly Print[],
): ReadonlyMap<number, Expectation> {
  const rows = column.map((index) => parts[index]?.cell.row ?? index);
  const sure = column.map((index) => undoubted(ballots[index] ?? []));
  const counted = countedOn(rows, sure);
  const isSure = (figure: string | null): figure is string => figure !== null;
  return new Map(
    column.map((index, at) => {
      const above = sure.slice(0, at).filter(isSure).slice(-NEAR);
      const below = sure
        .slice(at + 1)
        .filter(isSure)
        .slice(0, NEAR);
      const pattern = columnPattern([...above, ...below]);
      return [index, { ...UNKNOWN, ...prints[index], pattern, counted: counted[at] ?? null }];
    }),
  );
}

/** How the figures of the table that are undoubtedly read are printed. */
function typefaceOfFigures(
  { clean }: LegibleImage,
  parts: readonly CellPart[],
  ballots: readonly (readonly Ballot[])[],
): Typeface | null {
  const sure = parts.flatMap(({ body }, index) => {
    const text = undoubted(ballots[index] ?? []);
    return text === null ? [] : [{ text: text.replace(TRIANGLE, ''), ink: body }];
  });
  return typefaceOf(clean, sure);
}

type Print = Pick<Expectation, 'likeness' | 'isWider'>;

/** What the ink of a cell says of readings of it. */
function printOf({ clean }: LegibleImage, { body }: CellPart, typeface: Typeface | null): Print {
  if (typeface === null) return { likeness: null };
  const width = body.right - body.left;
  return {
    likeness: likenessOf(matched(clean, body, typeface)),
    isWider: (text) => isWider({ text, width }, typeface.advances),
  };
}

const TRIANGLE = /^[△▲]/u;
const NOTHING: Ballot = { text: '', confidence: 0 };

async function ballots(
  image: LegibleImage,
  parts: readonly CellPart[],
  { engine, kind }: Pass,
): Promise<Result<readonly Ballot[]>> {
  const read = await engine.reread(image, parts.map(widened), kind);
  return read.ok
    ? ok(
        parts.map((part, index) =>
          ballotOf(
            (read.value[index] ?? []).flat().flatMap(({ symbols }) => symbols),
            part,
          ),
        ),
      )
    : read;
}

const ballotOf = (symbols: readonly RecognizedSymbol[], { triangle }: CellPart): Ballot => ({
  text: `${triangle?.text ?? ''}${symbols.map(({ text }) => text).join('')}`,
  confidence: Math.min(1, ...symbols.map(({ confidence }) => confidence)),
});
