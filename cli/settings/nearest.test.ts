import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const KNOWN = ['ocr', 'ocrEngine', 'maxPages', 'maxFileBytes', 'rule'];

describe('nearest', () => {
  it.each([
    ['orc', 'ocr'],
    ['OCR', 'ocr'],
    ['maxpages', 'maxPages'],
    ['maxPage', 'maxPages'],
    ['ocrEnigne', 'ocrEngine'],
    ['roul', undefined],
    ['something', undefined],
    ['', undefined],
  ])('of %j is %s', (name, meant) => expect(nearest(name, KNOWN)).toBe(meant));
});
