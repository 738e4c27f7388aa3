import { filled, type GridRow } from './grid.ts';
import { bare, hasHan } from './join.ts';
import { isFigure } from './kind.ts';

/** Strokes of rulings that recognition took for glyphs. */
const STROKES = /^[1Il|T.\-_ ]+$/u;

/** True for text that is nothing but such strokes. */
export const isStrokes = (text: string): boolean => STROKES.test(text);

/** A row in which nothing was printed: ruling strokes or Latin scraps, no Chinese and no proper figure but strokes. */
export function isNoiseRow(row: GridRow): boolean {
  const texts = filled(row).map(({ bit }) => bit.text);
  if (texts.length === 0) return true;
  if (texts.some(hasHan)) return false;
  return texts.every((text) => STROKES.test(text) || !isFigure(text));
}

/** Single characters strewn about: what recognition makes of a cell that it could not read. */
export function isScattered(text: string): boolean {
  const tokens = text.trim().split(/\s+/u);
  return tokens.length >= 6 && tokens.filter((token) => token.length === 1).length >= 0.8 * tokens.length;
}

/** Text in which a run of one character repeats without end: what recognition makes of texture. */
export const trimTexture = (text: string): string => text.replace(/(\s\S)\1{5,}\s*$/u, '');

/** A Markdown separator that survived as a row of dashes. */
export const isSeparatorRow = (row: GridRow): boolean => {
  const texts = filled(row).map(({ bit }) => bare(bit.text));
  return texts.length > 1 && texts.every((text) => /^:?-{3,}:?$/u.test(text));
};
