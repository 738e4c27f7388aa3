import type { Glyph, GlyphPage } from '../../model/document.ts';
import type { RecognizedFigure } from '../../model/recognition.ts';
import { fail, ok, type Result } from '../../model/status.ts';
import { isOdd } from './pdf/garbled.ts';

/** Glyphs further apart than this part of their size belong to two words. */
const GAP = 0.45;
/** So few characters say nothing about a layer. */
const FEW = 30;
/**
 * Above these shares a layer was recognized badly: of characters that cannot be right, and of broken figures. No page of
 * published reports has more than half of the one or of the other.
 */
const MOST_IMPLAUSIBLE = 0.025;
const MOST_BROKEN = 0.04;
/** What is read of a page that shows no text has a third and more; the worst scan of a report has a fiftieth. */
const GIBBERISH = 0.3;
/** One broken figure may be a misprint. */
const LEAST_BROKEN = 2;

/** The 3,755 ideographs of level 1 of GB 2312: nearly all that reports are written in. */
const COMMON = new Set(
  new TextDecoder('gbk').decode(
    Uint8Array.from({ length: 2 * 40 * 94 }, (_, i) => {
      const [row, cell] = [Math.floor(i / 188), Math.floor((i % 188) / 2)];
      return i % 2 === 0 ? 0xb0 + row : 0xa1 + cell;
    }),
  ),
);
/** This share of ideographs may be other ones, of names and technical terms, and this of characters Latin. */
const MOST_RARE = 0.02;
const MOST_LATIN = 0.05;

const HAN = /\p{Script=Han}/u;
/** What engines make of specks, rules and seals, and reports hardly ever print. */
const DIRT = /[|\\~^_{}`<>@#$&*=«»¬¦§¢¤¥]/u;
const LATIN = /[a-z]/iu;
/** What rules are taken for. */
const REPEATED = /(\p{Script=Han})\1{2,}/gu;
/** A lone letter or sign between ideographs. */
const LONE = /\p{Script=Han}[a-z'",.;:!?](?=\p{Script=Han})/gu;
const FIGURE = /[\d.,:;'`·OoIlSsBZz|!%-]*\d[\d.,:;'`·OoIlSsBZz|!%-]*/gu;
/** Letters for digits, separators doubled or where none can be. */
const BROKEN =
  /\d[OoIlSsBZz|!]+[\d.,]|[OoIlSsBZz|!]\d*[.,]\d|\d[.,:;'`·-]*[.,;'`·][.,:;'`·-]+\d|\d,\d{1,2}(?!\d)|\d,\d{4}|\d\.\d{3}[.,]\d|\d[;'`]\d|\d\.\d+%\d/u;

/** What can be counted of a text without knowing what was printed. */
export interface Quality {
  readonly characters: number;
  /** The share of characters that cannot be right, 0 … 1. */
  readonly implausible: number;
  readonly figures: number;
  readonly broken: number;
}

/** How plausible a layer of text is as the text of a report. */
export function qualityOf(glyphs: readonly Glyph[]): Quality {
  const words = grouped(glyphs, follows).map(textOf);
  const text = words.join(' ');
  const characters = [...text].filter((character) => character !== ' ');
  const han = characters.filter((character) => HAN.test(character));
  const latin = characters.filter((character) => LATIN.test(character)).length;
  const rare = han.filter((character) => !COMMON.has(character)).length;
  const wrong =
    characters.filter((character) => isOdd(character) || DIRT.test(character)).length +
    [...text.matchAll(LONE)].length +
    [...text.matchAll(REPEATED)].reduce((sum, [run]) => sum + run.length, 0) +
    Math.max(0, rare - MOST_RARE * han.length) +
    Math.max(0, latin - MOST_LATIN * characters.length);
  const figures = words.flatMap((word) => word.match(FIGURE) ?? []);
  return {
    characters: characters.length,
    implausible: wrong / Math.max(1, characters.length),
    figures: figures.length,
    broken: figures.filter((figure) => BROKEN.test(figure)).length,
  };
}

/** Whether a layer has too little text to stand for a page. */
export const isScant = ({ characters }: Quality): boolean => characters < FEW;

/** Whether what a layer says is too poor to be kept. */
export const isPoor = ({ implausible, figures, broken }: Quality): boolean =>
  implausible > MOST_IMPLAUSIBLE || (broken >= LEAST_BROKEN && broken > MOST_BROKEN * figures);

/** The page if what was read of it may be text: of patterns and photographs engines read something too. */
export function readable(page: GlyphPage): Result<GlyphPage> {
  const { implausible } = qualityOf(page.glyphs);
  return implausible < GIBBERISH
    ? ok(page)
    : fail('unrecognized', `what was read of page ${page.number} cannot be its text`);
}

/** Glyphs that go on with each other, in the order in which they were set. */
function grouped(
  glyphs: readonly Glyph[],
  goOn: (a: Glyph, b: Glyph) => boolean,
): readonly (readonly Glyph[])[] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && goOn(last, glyph)) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

const textOf = (word: readonly Glyph[]): string => word.map(({ text }) => text).join('');

const follows = (a: Glyph, b: Glyph): boolean =>
  Math.abs(a.baseline - b.baseline) < GAP * a.size &&
  b.x0 - a.x1 < GAP * a.size &&
  b.x0 > a.x0 - GAP * a.size;

/** What is to be said of every figure of a text, where nothing more is known of any than of the text. */
export function figuresOf(
  glyphs: readonly Glyph[],
  how: 'text' | 'read',
  confidence: number,
): readonly RecognizedFigure[] {
  return grouped(glyphs, (a, b) => follows(a, b) && isOfFigure(a) && isOfFigure(b)).flatMap((run) => {
    const text = textOf(run);
    if (!run.every(isOfFigure) || !/\d/u.test(text.normalize('NFKC'))) return [];
    const box = [
      Math.min(...run.map(({ x0 }) => x0)),
      Math.min(...run.map(({ y0 }) => y0)),
      Math.max(...run.map(({ x1 }) => x1)),
      Math.max(...run.map(({ y1 }) => y1)),
    ] as const;
    return [{ text, box, how, confidence, readings: [text] }];
  });
}

const isOfFigure = ({ text }: Glyph): boolean => /^[\d.,%+−-]+$/u.test(text.normalize('NFKC'));
