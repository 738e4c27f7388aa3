import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded } from './decode.ts';

const CHARACTERS = ['1', '2', '元'];

/** Scores whose likeliest class of every step is the given one: 0 is the blank. */
const scoresOf = (classes: readonly number[]): Float32Array =>
  Float32Array.from(classes.flatMap((best) => [0, 1, 2, 3].map((one) => (one === best ? 0.7 : 0.1))));

const read = (classes: readonly number[], allowed?: readonly number[]) =>
  decoded(scoresOf(classes), classes.length, CHARACTERS, allowed);

describe('decoded', () => {
  it('leaves out blanks and repetitions and says where a character was seen', () => {
    expect(read([0, 1, 1, 0, 1, 3, 0])).toEqual([
      { text: '1', from: 1, to: 3, confidence: expect.closeTo(0.7) },
      { text: '1', from: 4, to: 5, confidence: expect.closeTo(0.7) },
      { text: '元', from: 5, to: 6, confidence: expect.closeTo(0.7) },
    ]);
    expect(read([0, 0])).toEqual([]);
  });

  it('tells allowed characters only, with the little confidence that they have', () => {
    const scores = Float32Array.from([0.1, 0.2, 0.15, 0.55]);
    expect(decoded(scores, 1, CHARACTERS, [0, 1])).toEqual([
      { text: '1', from: 0, to: 1, confidence: expect.closeTo(0.2) },
    ]);
  });

  it('gives any text back that was written with blanks between', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 })), (classes) => {
        const steps = classes.flatMap((one) => [one, 0]);
        const text = read(steps)
          .map((symbol) => symbol.text)
          .join('');
        expect(text).toBe(classes.map((one) => CHARACTERS[one - 1]).join(''));
      }),
    );
  });
});
