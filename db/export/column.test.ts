import { describe, expect, it } from 'vitest';
import { columnsOf, emptyDatabase } from '../describe.ts';
import { TYPES } from '../dictionary.ts';
import { columnsOfView, valueIn } from './column.ts';

describe.each(['v_facts', 'v_findings', 'v_link_findings'] as const)('the columns of %s', (view) => {
  const declared = new Map(columnsOf(emptyDatabase(), view).map(({ name, type }) => [name, type]));
  const columns = columnsOfView(view);

  it('are those of the view, each with a meaning', () => {
    expect(columns.map(({ name }) => name)).toEqual([...declared.keys()]);
    expect(columns.filter(({ meaning }) => meaning === '')).toEqual([]);
  });

  it('have a type that their declared type allows', () => {
    const numbers = columns.filter(({ name }) => declared.get(name) === 'INTEGER');
    expect(numbers.filter(({ type }) => type !== 'integer' && type !== 'boolean')).toEqual([]);
    const texts = columns.filter(({ name }) => declared.get(name) === 'TEXT');
    expect(texts.filter(({ type }) => type === 'integer' || type === 'boolean')).toEqual([]);
    const computed = columns.filter(({ name }) => declared.get(name) === '');
    expect(computed.filter(({ name }) => TYPES[name] === undefined)).toEqual([]);
  });
});

describe('valueIn', () => {
  const approximate = { name: 'approximate', type: 'boolean', meaning: '' } as const;

  it('makes booleans of 0 and 1, and of nothing null', () => {
    expect(valueIn({ approximate: 0 }, approximate)).toBe(false);
    expect(valueIn({ approximate: 1 }, approximate)).toBe(true);
    expect(valueIn({ approximate: null }, approximate)).toBe(null);
    expect(valueIn({}, approximate)).toBe(null);
  });
});
