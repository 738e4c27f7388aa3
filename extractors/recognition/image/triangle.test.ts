import { describe, expect, it } from 'vitest';
import { allOf, drawn } from './testing.ts';
import { triangleAt } from './triangle.ts';

type Shape = (x: number, y: number) => boolean;

/** A page with a shape in a square of 20 pixels and a digit behind it. */
function pageWith(shape: Shape) {
  const page = drawn(40, 20, [[26, 0, 36, 20]]);
  const data = page.data.map((value, at) => {
    const [x, y] = [at % 40, Math.floor(at / 40)];
    return x < 20 && shape(x, y) ? 0 : value;
  });
  return { ...page, data };
}
const found = (shape: Shape) => triangleAt(pageWith(shape), allOf(drawn(40, 20)));

const left = (y: number): number => 10 - (y + 1) / 2;
const filled: Shape = (x, y) => x >= left(y) && x < 20 - left(y);
const hollow: Shape = (x, y) => filled(x, y) && (y >= 18 || x < left(y) + 2 || x >= 18 - left(y));

describe('triangleAt', () => {
  it('tells a triangle and whether it is filled', () => {
    expect(found(hollow)).toEqual({ text: '△', end: 20 });
    expect(found(filled)).toEqual({ text: '▲', end: 20 });
  });

  it('takes neither a letter nor a digit for one', () => {
    const letter: Shape = (x, y) => filled(x, y) && (y === 12 || x < left(y) + 2 || x >= 18 - left(y));
    const four: Shape = (x, y) => (x >= 12 && x < 15) || y === 13 || (y < 13 && Math.abs(x + y - 13) < 2);
    const one: Shape = (x) => x >= 8 && x < 12;
    const square: Shape = (x, y) => x < 2 || x >= 18 || y < 2 || y >= 18;
    for (const shape of [letter, four, one, square]) expect(found(shape)).toBeNull();
    expect(triangleAt(pageWith(filled), { left: 0, top: 0, right: 20, bottom: 20 })).toBeNull();
  });
});
