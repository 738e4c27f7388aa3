import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../print/visible.ts';
import { escaped, markdown } from './markdown.ts';
import { findingAt, printed, reported } from './testing.ts';

describe('escaped', () => {
  it('leaves no mark-up and no line break, and loses nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = escaped(text);
        expect(shown.replace(/\\[\\`*_{}[\]<>|~#&$]/gu, '')).not.toMatch(/[\\`*_{}[\]<>|~#&$\n\r]/u);
        expect(shown.replace(/\\(.)/gu, '$1')).toBe(visible(text.replace(/\s+/gu, ' ').trim()));
      }),
    );
  });
});

describe('findings as Markdown', () => {
  const lines = (text: string): readonly string[] => text.split('\n');

  it('are rows of one table, whatever is printed in them', () => {
    const text = printed(markdown, [
      reported('a|b.txt', [findingAt(), findingAt({ page: 9, box: [0, 0, 1, 1] }, { quote: '甲|乙\n<b>' })]),
    ]);
    const rows = lines(text).filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(4);
    const cells = rows.map((row) => row.split(/(?<!\\)\|/u).length);
    expect(new Set(cells)).toEqual(new Set([7]));
    expect(rows[3]).toContain('| p9 |');
    expect(rows[3]).toContain('甲\\|乙 \\<b\\>');
    expect(lines(text)[0]).toBe('### a\\|b.txt');
    expect(text).toContain('2 findings (2 errors, 0 warnings, 0 info); checked 4 of 5 stated totals');
  });

  it('have no table where there is none, and say what was not processed', () => {
    const failed = reported('a.pdf', [], {
      status: 'failed',
      reasons: [{ code: 'encrypted', message: 'the file needs a password' }],
    });
    const text = printed(markdown, [failed, reported('b.pdf', [])]);
    expect(text).toBe(
      '### a.pdf\n\nnot processed: the file needs a password \\[encrypted\\]\n\n' +
        '### b.pdf\n\n0 findings (0 errors, 0 warnings, 0 info); checked 4 of 5 stated totals\n\n',
    );
  });

  it('show a waived one struck out, with the reason, and do not count it', () => {
    const waived = { reason: '口径不同', by: '李', date: '2025-03-01' };
    const text = printed(markdown, [reported('a.pdf', [findingAt(undefined, { waived })])]);
    expect(text).toContain('| ~~error~~ waived | R-30-01 |');
    expect(text).toContain('waived (李, 2025-03-01): 口径不同');
    expect(text).toContain('0 findings (0 errors, 0 warnings, 0 info), 1 waived;');
  });
});
