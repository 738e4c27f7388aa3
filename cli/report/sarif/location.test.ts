import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileUri } from './location.ts';

const FOLDER = resolve('/work here');

describe('fileUri', () => {
  it.each([
    ['a.txt', 'a.txt'],
    [join('部门 决算', 'a#1.pdf'), '%E9%83%A8%E9%97%A8%20%E5%86%B3%E7%AE%97/a%231.pdf'],
    [join(FOLDER, 'b', 'a:b.txt'), 'b/a%3Ab.txt'],
    ['..a.txt', '..a.txt'],
  ])('of %s below the folder is %s', (path, uri) => expect(fileUri(path, FOLDER)).toBe(uri));

  it('is absolute elsewhere', () => {
    expect(fileURLToPath(fileUri(join('..', 'a b.txt'), FOLDER))).toBe(resolve('/a b.txt'));
  });

  it('leads back to the file', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[/\\\0]|^\.{1,2}$/u.test(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (names) => {
        const back = fileUri(join(...names), FOLDER)
          .split('/')
          .map(decodeURIComponent);
        expect(back).toEqual(names);
      }),
    );
  });
});
