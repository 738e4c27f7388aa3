import { describe, expect, it } from 'vitest';
import { isShown } from '../codes.ts';
import { csvPrinter } from './csv.ts';
import { excerpt } from './finding.ts';
import { JsonPrinter } from './json.ts';
import { placeText } from './place.ts';

const printed = (print: (out: (text: string) => void) => void): string => {
  const texts: string[] = [];
  print((text) => texts.push(text));
  return texts.join('');
};

describe('JsonPrinter', () => {
  const json = (format: 'json' | 'ndjson', asArray: boolean, values: readonly unknown[]) =>
    printed((out) => {
      const printer = new JsonPrinter(format, asArray, out);
      for (const value of values) printer.add(value);
      printer.end();
    });

  it('prints one object, an array, or lines', () => {
    expect(JSON.parse(json('json', false, [{ a: 1 }]))).toEqual({ a: 1 });
    expect(JSON.parse(json('json', true, [1, 2, 3]))).toEqual([1, 2, 3]);
    expect(JSON.parse(json('json', true, [7]))).toEqual([7]);
    expect(JSON.parse(json('json', true, []))).toEqual([]);
    expect(json('ndjson', true, [1, { a: 2 }])).toBe('1\n{"a":2}\n');
  });
});

describe('csvPrinter', () => {
  it('prints the head once and quotes what needs it', () => {
    const text = printed((out) => {
      const add = csvPrinter(out);
      add({ label: '合计', note: 'a "b", c', empty: null });
      add({ label: '两行\n字', note: '', empty: 0 });
    });
    expect(text).toBe('label,note,empty\n合计,"a ""b"", c",\n"两行\n字",,0\n');
  });
});

describe('excerpt', () => {
  it('keeps short quotes and shows of long ones the part around the figure', () => {
    expect(excerpt(' 合计\n 5 ', '5')).toBe('合计 5');
    const long = `${'前'.repeat(200)}5528.78${'后'.repeat(200)}`;
    const shown = excerpt(long, '5528.78');
    expect(shown).toContain('5528.78');
    expect(shown).toMatch(/^….{160}…$/u);
    expect(excerpt(long, undefined)).toMatch(/^前{160}…$/u);
  });
});

describe('placeText', () => {
  it('writes places as people read them', () => {
    expect(placeText({ line: 41, column: 12 })).toBe('41:12');
    expect(placeText({ page: 9, box: [0, 0, 1, 1] })).toBe('p9');
    expect(placeText({ sheet: 't1', cell: 'B3' })).toBe('t1!B3');
  });
});

describe('isShown', () => {
  it('takes codes and families', () => {
    expect(isShown('R-10-03', { rule: [], ignore: [] })).toBe(true);
    expect(isShown('R-10-03', { rule: ['R-10'], ignore: [] })).toBe(true);
    expect(isShown('R-10-03', { rule: ['R-1'], ignore: [] })).toBe(false);
    expect(isShown('R-10-03', { rule: ['R-10'], ignore: ['R-10-03'] })).toBe(false);
  });
});
