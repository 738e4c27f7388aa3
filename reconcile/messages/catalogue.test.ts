import { describe, expect, it } from 'vitest';
import { DIAGNOSES } from '../../model/audit.ts';
import { fill } from './catalogue.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort();

describe('the words of the findings', () => {
  it('are the same messages in both languages', () =>
    expect(Object.keys(zh.templates).sort()).toEqual(Object.keys(en.templates).sort()));
  it('say the same parameters in both languages', () => {
    for (const [key, text] of Object.entries(en.templates))
      expect([key, names(zh.templates[key] ?? '')]).toEqual([key, names(text)]);
  });
  it('know every likely cause', () => {
    for (const kind of DIAGNOSES)
      expect([en.causes[kind], zh.causes[kind]].every((words) => words.length > 0)).toBe(true);
  });
  it('show a missing parameter as a dash', () => expect(fill('{a} and {b}', { a: '1' })).toBe('1 and —'));
});
