import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES } from './names.ts';
import { REPORT_FORMATS } from './registry.ts';
import { findingAt, printed, reported } from './testing.ts';

describe.each(FORMAT_NAMES)('the form %s', (name) => {
  it('tells of every finding by its code and place, and where it says so of its waiver', async () => {
    const format = await REPORT_FORMATS[name]();
    const waived = { reason: '口径不同' };
    const text = printed(format, [
      reported('a.pdf', [findingAt({ page: 7, box: [1, 2, 3, 4] }, { waived })]),
    ]);
    for (const part of [/R-30-01/u, /p7|"page": ?7/u, /口径不同/u]) expect(text).toMatch(part);
  });

  it('prints something readable of no documents at all', async () => {
    const format = await REPORT_FORMATS[name]();
    const text = printed(format, []);
    if (name === 'sarif') expect(JSON.parse(text)).toMatchObject({ runs: [{ results: [] }] });
    else expect(text).toBe(name === 'csv' ? text.trimEnd().concat('\n') : '');
  });
});
