import { describe, expect, it } from 'vitest';
import { EXPORT_NAMES, VIEW_NAMES } from './names.ts';
import { EXPORT_FORMATS } from './registry.ts';
import { VIEWS } from './view.ts';

describe('the registries', () => {
  it.each(VIEW_NAMES)('%s has its own name, words for every column, and a key among them', (name) => {
    const view = VIEWS[name];
    const columns = view.columns();
    expect(view.name).toBe(name);
    expect(view.summary).not.toBe('');
    expect(columns.filter(({ meaning }) => meaning === '')).toEqual([]);
    expect(columns.map((column) => column.name)).toEqual(expect.arrayContaining([...view.key]));
  });

  it.each(EXPORT_NAMES)('%s has its own name', (name) => {
    expect(EXPORT_FORMATS[name].name).toBe(name);
  });
});
