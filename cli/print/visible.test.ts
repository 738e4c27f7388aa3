import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleLines } from './visible.ts';

const ESCAPE = '\u001B';

describe('visible', () => {
  it('shows what would act on a terminal, and leaves all else as it is', () => {
    expect(visible(`a${ESCAPE}[31m\n\r\u009B2J\u202Efdp.\uD800b`)).toBe(
      'a\\u001b[31m\\u000a\\u000d\\u009b2J\\u202efdp.\\ud800b',
    );
    expect(visible('收入 1,234.56 万元 𠮷')).toBe('收入 1,234.56 万元 𠮷');
  });
});

describe('visibleLines', () => {
  it('keeps lines and colours', () => {
    const text = `${ESCAPE}[1ma${ESCAPE}[22m\tb\n`;
    expect(visibleLines(text)).toBe(text);
    expect(visibleLines(`${ESCAPE}[2J${ESCAPE}]0;x\u0007\r`)).toBe('\\u001b[2J\\u001b]0;x\\u0007\\u000d');
  });

  it('leaves the meaning of JSON as it is', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
        for (const printed of [json, JSON.stringify([text, '\u202E\u007F\\\u2066'])])
          expect(JSON.parse(visibleLines(printed))).toEqual(JSON.parse(printed));
      }),
    );
  });
});
