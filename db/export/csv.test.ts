import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csv, csvLines } from './csv.ts';
import { bytesOf, EXAMPLE, exampleTable } from './example.ts';
import { restore } from './neutral.ts';

const rowsIn = (text: string): string[][] => parse(text);

describe('csv', () => {
  it('quotes what needs it and ends lines with a line feed', () => {
    expect(csvLines([['合计', 'a "b", c', null, 0]])).toBe('合计,"a ""b"", c",,0\n');
    expect(csvLines([['两行\n字', 'a\rb']])).toBe('"两行\n字","a\rb"\n');
  });

  it('comes back as it was once leading quotes are taken away', async () => {
    const text = (await bytesOf(csv.encode(exampleTable()))).toString();
    const [head, ...rows] = rowsIn(text);
    expect(head).toEqual(['id', 'label', 'value', 'amount', 'approximate', 'place']);
    expect(rows.map((row) => restore(row[1] ?? ''))).toEqual(
      // A lone surrogate has no place in UTF-8.
      EXAMPLE.map(({ label }) => String(label ?? '').replace('\ud800', '\ufffd')),
    );
    expect(rows.map((row) => row[2])).toEqual(EXAMPLE.map(({ value }) => value ?? ''));
    expect(rows.map((row) => row[4])).toEqual(['false', 'true', '', 'false', 'true', 'false']);
    expect(rows.map((row) => row[5])).toEqual(EXAMPLE.map(({ place }) => place));
  });

  it('leaves negative numbers and writes no formula', async () => {
    const text = (await bytesOf(csv.encode(exampleTable()))).toString();
    expect(text).toContain('\n1,合计,-1.80,-12.3,');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('has its head where there are no rows', async () => {
    const text = (await bytesOf(csv.encode(exampleTable([])))).toString();
    expect(text).toBe('id,label,value,amount,approximate,place\n');
  });
});
