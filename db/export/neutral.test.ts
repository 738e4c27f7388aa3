import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralise, restore } from './neutral.ts';

const MARKED = [
  ...['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1+1', '＝1+1', '－A1', '-', '-1e5'],
  ...["'=1", "'quoted'", "'"],
];
const LEFT = ['', '合计', '-1.80', '+5', '-37,364.61', '-18.03%', '0', '—', '1-2', 'a=b', '（-1）', 'l’eau'];

describe('text in CSV', () => {
  it.each(MARKED)('%j cannot run in a spreadsheet', (text) => {
    expect(neutralise(text)).toBe(`'${text}`);
    expect(restore(neutralise(text))).toBe(text);
  });

  it.each(LEFT)('%j stays as it is', (text) => {
    expect(neutralise(text)).toBe(text);
    expect(restore(text)).toBe(text);
  });

  const nasty = fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', '＝', '\t', '\r', '\n', ' ', '1', ',', '.', '%', '合'))
    .map((characters) => characters.join(''));

  it('comes back as it was, whatever it is', () => {
    fc.assert(fc.property(fc.oneof(nasty, fc.string()), (text) => restore(neutralise(text)) === text));
  });

  it('never begins with a sign unless it is a number', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const cell = neutralise(text);
        return !/^[=+\-@\t\r\n＝]/u.test(cell) || /^[+-]?[\d.,]+%?$/u.test(cell);
      }),
    );
  });
});
