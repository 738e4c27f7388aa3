import { describe, expect, it } from 'vitest';
import { ACCOUNT_CODES } from './codes.ts';
import data from './cofog.json' with { type: 'json' };
import { cofogOf } from './cofog.ts';

const functional = ACCOUNT_CODES.filter(({ scheme }) => scheme === 'functional').map(({ code }) => code);

describe('COFOG', () => {
  it.each([
    ['208', '10'],
    ['2080505', '10'],
    ['20807', null],
    ['2080799', null],
    ['205', '09'],
    ['206', null],
    ['2060201', '01'],
    ['229', null],
    ['301', null],
    ['', null],
  ])('%s is %s', (code, division) => expect(cofogOf(code)).toBe(division));

  it('says of every class of the code book whether it has a division', () => {
    const classes = new Set(functional.filter((code) => code.length === 3));
    const said = new Set(data.divisions.map(({ code }) => code));
    expect([...classes].filter((code) => !said.has(code))).toEqual([]);
    expect([...said].filter((code) => !classes.has(code.slice(0, 3)))).toEqual([]);
  });

  it('gives an item the division of its 款', () => {
    for (const code of functional.filter(({ length }) => length === 7))
      expect(cofogOf(code)).toBe(cofogOf(code.slice(0, 5)));
  });
});
