import { describe, expect, it } from 'vitest';
import { bytesOf, EXAMPLE, exampleTable } from './example.ts';
import { json, ndjson } from './json.ts';

const many = Array.from({ length: 1201 }, (_, id) => ({ ...EXAMPLE[0], id }));
const expected = EXAMPLE.map((row) => ({
  ...row,
  approximate: row.approximate === null ? null : row.approximate === 1,
}));

describe('json and ndjson', () => {
  it('hold the rows unchanged, decimals as strings and booleans as booleans', async () => {
    expect(JSON.parse((await bytesOf(json.encode(exampleTable()))).toString())).toEqual(expected);
    const lines = (await bytesOf(ndjson.encode(exampleTable()))).toString().trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(expected);
  });

  it.each([0, 1, 1201])('are whole with %i rows', async (count) => {
    const table = () => exampleTable(many.slice(0, count));
    expect(JSON.parse((await bytesOf(json.encode(table()))).toString())).toHaveLength(count);
    const lines = (await bytesOf(ndjson.encode(table()))).toString().split('\n');
    expect(lines).toHaveLength(count + 1);
    expect(lines.at(-1)).toBe('');
  });
});
