import type { Glyph, GlyphPage, Ruling } from '../../model/document.ts';
import type { ColorRaster, Raster } from '../../model/raster.ts';
import type { RecognizedFigure } from '../../model/recognition.ts';
import { fail, ok, type Result } from '../../model/status.ts';
import type { Turn } from '../../model/turn.ts';
import { sheetsOf } from '../tables/paged/sheets.ts';
import { type CellPart, holdsPrint, isInside, partsOf } from './cells.ts';
import { printedDash } from './dashes.ts';
import { withoutDirt } from './dirt.ts';
import { facingOf, isText, looksTurned } from './facing.ts';
import { settledFigures } from './figures.ts';
import { glyphsOfFigure, glyphsOfLine, pointsOf, usualHeight } from './glyphs.ts';
import { type PreparedPage, prepared as preparedPage, type StepListener } from './image/prepare.ts';
import type { Rules } from './image/rulings.ts';
import { withoutSeal } from './image/seal.ts';
import { uprighted } from './image/turn.ts';
import type { LegibleImage, Passes, RecognizedWord } from './recognizer.ts';

/** Stands where there is print that no pass could read: the cell is not blank. */
const UNREAD = '\uFFFD';

type Line = readonly RecognizedWord[];

/** A page after the first pass. */
interface FirstPass {
  readonly turn: Turn | null;
  readonly prepared: PreparedPage;
  readonly lines: readonly Line[];
}

/** A page image as a page of glyphs and rulings in points, and what is to be said of its figures. */
export async function recognizePage(
  image: ColorRaster,
  number: number,
  passes: Passes,
  onStep: StepListener = () => undefined,
): Promise<Result<GlyphPage>> {
  const first = await firstPass(image, passes, onStep);
  if (!first.ok) return first;
  const { turn } = first.value;
  if (!isText(first.value.lines))
    return fail('unrecognized', `page ${number} shows nothing that can be read as text`);
  const lines = withoutDirt(first.value.lines);
  const page = await secondPass({ ...first.value, lines }, number, passes);
  return page.ok && turn !== null ? ok({ ...page.value, turn }) : page;
}

async function firstPass(
  image: ColorRaster,
  passes: Passes,
  onStep: StepListener,
): Promise<Result<FirstPass>> {
  const gray = withoutSeal(image);
  onStep('seal', gray);
  const asShown = preparedPage(gray, onStep);
  const lines = await passes.page.recognize(legible(asShown), 'page');
  if (!lines.ok) return lines;
  const untouched = { turn: null, prepared: asShown, lines: lines.value };
  if (!looksTurned(lines.value)) return ok(untouched);
  const turn = await facingOf(asShown, passes.page);
  if (!turn.ok) return turn;
  if (turn.value === null) return ok(untouched);
  const upright = preparedPage(uprighted(gray, turn.value), onStep);
  const again = await passes.page.recognize(legible(upright), 'page');
  return again.ok ? ok({ turn: turn.value, prepared: upright, lines: again.value }) : again;
}

const legible = ({ clean, ink, rules }: PreparedPage): LegibleImage => ({
  clean,
  ink,
  walls: rules.vertical,
});

async function secondPass(
  { prepared, lines }: FirstPass,
  number: number,
  passes: Passes,
): Promise<Result<GlyphPage>> {
  const { clean, ink, rules } = prepared;
  const image = legible(prepared);
  const usual = usualHeight(lines);
  const glyphs = lines.flatMap((line) => glyphsOfLine(line, clean.dpi, usual));
  const sheets = sheetsOf(pageOf(clean, number, rules, glyphs));
  const parts = sheets.map((sheet) => partsOf(sheet, ink));
  const words = lines.flat();
  const settled = [];
  for (const part of parts) {
    const ofTable = await settledFigures(image, part.figures, words, passes);
    if (!ofTable.ok) return ofTable;
    settled.push(...ofTable.value);
  }
  const done = new Set(settled.map(({ part }) => part));
  const texts = parts.flatMap((part) => [...part.texts, ...part.figures.filter((one) => !done.has(one))]);
  const inks = texts.map((part) => part.ink);
  const again = await passes.page.reread(image, inks, 'page');
  if (!again.ok) return again;
  const replaced = texts.filter((_, index) => (again.value[index] ?? []).length > 0);
  const dashes = parts.flatMap((part) => part.dashes);
  const figures = [...settled.map(({ part }) => part), ...dashes];
  const kept = lines.map((line) => withSymbols(line.map((word) => outside(word, replaced, figures))));
  const text = [...kept, ...again.value.flat()].filter((line) => line.length > 0);
  const symbols = text.flat().flatMap((word) => word.symbols);
  const isUnread = (part: CellPart): boolean =>
    holdsPrint(part, ink) && !symbols.some(({ box }) => isInside(box, part));
  const all = [
    ...text.flatMap((line) => glyphsOfLine(line, clean.dpi, usual)),
    ...settled.flatMap((figure) => figure.glyphs),
    ...dashes.flatMap((part) => glyphsOfDash(part, usual, clean.dpi)),
    ...texts.filter(isUnread).flatMap((part) => glyphsOfFigure(UNREAD, part.ink, clean.dpi)),
  ];
  const loose = text.flat().flatMap((word) => looseFigure(word, clean.dpi));
  return ok({
    ...pageOf(clean, number, rules, all),
    figures: [...settled.map(({ figure }) => figure), ...loose],
  });
}

function glyphsOfDash({ ink }: CellPart, usual: number | null, dpi: number): readonly Glyph[] {
  const { text, box } = printedDash(ink, usual, dpi);
  return glyphsOfFigure(text, box, dpi);
}

function pageOf(
  { width, height, dpi }: Raster,
  number: number,
  { horizontal, vertical }: Rules,
  glyphs: readonly Glyph[],
): GlyphPage {
  const points = (pixels: number): number => pointsOf(pixels, dpi);
  const rulings: readonly Ruling[] = [
    ...horizontal.map(({ at, from, to, thickness }) => ({
      x0: points(from),
      y0: points(at),
      x1: points(to),
      y1: points(at),
      width: points(thickness),
    })),
    ...vertical.map(({ at, from, to, thickness }) => ({
      x0: points(at),
      y0: points(from),
      x1: points(at),
      y1: points(to),
      width: points(thickness),
    })),
  ];
  return {
    kind: 'glyphs',
    number,
    width: points(width),
    height: points(height),
    glyphs,
    rulings,
    images: [],
  };
}

/**
 * A word without what cells that were read anew took. An ideograph in a cell of figures is the end of the text before it:
 * engines place characters a little off.
 */
function outside(
  word: RecognizedWord,
  texts: readonly CellPart[],
  figures: readonly CellPart[],
): RecognizedWord {
  const symbols = word.symbols.flatMap((symbol) => {
    if (texts.some((part) => isInside(symbol.box, part))) return [];
    const part = figures.find((one) => isInside(symbol.box, one));
    if (part === undefined) return [symbol];
    if (!/\p{Script=Han}/u.test(symbol.text) || word.box[0] >= part.frame.left) return [];
    const [x0, y0, x1, y1] = symbol.box;
    const shift = x1 - part.frame.left + 1;
    return [{ ...symbol, box: [x0 - shift, y0, x1 - shift, y1] as const }];
  });
  return { ...word, symbols };
}

const withSymbols = (line: Line): Line => line.filter(({ symbols }) => symbols.length > 0);

/** From this confidence on (0 … 1) a figure that was read once is believed. */
const BELIEVED = 0.9;

/** A figure amid words was read once. */
function looseFigure({ symbols, box, confidence }: RecognizedWord, dpi: number): readonly RecognizedFigure[] {
  const text = symbols.map((symbol) => symbol.text).join('');
  if (!/\d/u.test(text)) return [];
  const [x0, y0, x1, y1] = box;
  return [
    {
      text,
      box: [pointsOf(x0, dpi), pointsOf(y0, dpi), pointsOf(x1, dpi), pointsOf(y1, dpi)],
      how: confidence >= BELIEVED ? 'read' : 'unproved',
      confidence,
      readings: [text],
    },
  ];
}
