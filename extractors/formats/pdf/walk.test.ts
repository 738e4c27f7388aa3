import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../../model/matrix.ts';
import { OP, type Operation } from './operators.ts';
import { walk } from './walk.ts';

const BASE: Matrix = [1, 0, 0, -1, 0, 100];
const SIZE = { width: 200, height: 100 };
const font = () => ({ name: 'F', unit: 0.001, vertical: false });
const run = (...operations: readonly Operation[]) => walk(operations, BASE, SIZE, font);
const op = (code: number, ...args: readonly unknown[]): Operation => ({ op: code, args });
const show = (text: string): Operation =>
  op(
    OP.showText,
    Array.from(text, (unicode) => ({ unicode, width: 1000, isSpace: unicode === ' ' })),
  );
const setFont = op(OP.setFont, 'f', 10);

describe('walk', () => {
  it('follows the text state: spacing, scale, displacement, line moves', () => {
    const { glyphs } = run(
      op(OP.beginText),
      setFont,
      op(OP.setCharSpacing, 2),
      op(OP.setHScale, 50),
      op(OP.setTextMatrix, [1, 0, 0, 1, 0, 90]),
      op(OP.setLeadingMoveText, 20, -30),
      op(OP.showText, [{ unicode: '收', width: 1000 }, -1000, { unicode: '支', width: 1000 }]),
      op(OP.nextLine),
      show('合'),
    );
    // A glyph is 5 wide at half scale and 1 apart; the displacement of one em is 5 more.
    expect(glyphs.map((glyph) => [glyph.x0, glyph.x1, glyph.baseline])).toEqual([
      [20, 25, 40],
      [31, 36, 40],
      [20, 25, 70],
    ]);
  });

  it('returns to the state before a form or a save', () => {
    const { glyphs } = run(
      setFont,
      op(OP.paintFormXObjectBegin, [2, 0, 0, 2, 10, 10], null),
      op(OP.save),
      op(OP.transform, 1, 0, 0, 1, 5, 0),
      show('大'),
      op(OP.restore),
      op(OP.paintFormXObjectEnd),
      show('小'),
    );
    expect(glyphs.map((glyph) => [glyph.text, glyph.x0, glyph.baseline, glyph.size])).toEqual([
      ['大', 20, 90, 20],
      ['小', 0, 100, 10],
    ]);
  });

  it('leaves out text across the page, pale text and text outside of the clip', () => {
    const { glyphs } = run(
      setFont,
      op(OP.setTextMatrix, [0.87, 0.5, -0.5, 0.87, 50, 50]),
      show('水'),
      op(OP.setTextMatrix, [1, 0, 0, 1, 50, 50]),
      op(OP.setGState, [['ca', 0.1]]),
      show('印'),
      op(OP.setGState, [['ca', 1]]),
      op(OP.save),
      op(OP.clip),
      op(OP.constructPath, 28, [[0, 0, 0, 1, 10, 0, 1, 10, 10, 1, 0, 10, 4]]),
      show('外'),
      op(OP.restore),
      show('见'),
    );
    expect(glyphs.map((glyph) => glyph.text)).toEqual(['见']);
  });

  it('keeps pictures and takes thin ones as lines', () => {
    const { images, rulings } = run(
      op(OP.save),
      op(OP.transform, 100, 0, 0, 50, 10, 20),
      op(OP.paintImageXObject, 'i1', 10, 10),
      op(OP.restore),
      op(OP.transform, 100, 0, 0, 1, 10, 10),
      op(OP.paintImageXObject, 'i2', 10, 1),
    );
    expect(images).toEqual([
      { box: [10, 30, 110, 80], matrix: [100, 0, 0, -50, 10, 80], id: 'i1', width: 10, height: 10, hides: 0 },
    ]);
    expect(rulings).toEqual([{ x0: 10, y0: 89.5, x1: 110, y1: 89.5, width: 1 }]);
  });
});
