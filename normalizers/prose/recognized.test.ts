import { expect, it } from 'vitest';
import type { RecognizedFigure } from '../../model/recognition.ts';
import { withReadings } from './recognized.ts';
import { readProse } from './sentences.ts';

const TEXT = '本年收入12.50万元，本年支出7.25万元，结余5.25万元。';
const paragraph = {
  text: TEXT,
  before: null,
  segments: [
    {
      start: 0,
      length: TEXT.length,
      page: 1,
      top: 100,
      bottom: 112,
      edges: Array.from({ length: TEXT.length + 1 }, (_, i) => 10 * i),
    },
  ],
};
/** A figure read where the given characters of the paragraph stand. */
const figure = (text: string, how: RecognizedFigure['how']): RecognizedFigure => {
  const start = TEXT.indexOf(text);
  return {
    text,
    box: [10 * start + 1, 101, 10 * (start + text.length) - 1, 111],
    how,
    confidence: 0.9,
    readings: [text],
  };
};

it('says of every figure of recognized prose how it was read', () => {
  const sentences = readProse([paragraph], 2024);
  const recognized = new Map([[1, [figure('12.50', 'read'), figure('7.25', 'unproved')]]]);
  const facts = withReadings(sentences, recognized).flatMap((sentence) => sentence.facts);
  expect(facts.map(({ quantity, how }) => [quantity.raw, how])).toEqual([
    ['12.50', 'read'],
    ['7.25', 'unproved'],
    ['5.25', 'unproved'],
  ]);
  const elsewhere = withReadings(sentences, new Map([[2, []]])).flatMap((sentence) => sentence.facts);
  expect(elsewhere.every(({ how }) => how === undefined)).toBe(true);
});
