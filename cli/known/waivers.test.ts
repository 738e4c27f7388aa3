import { describe, expect, it } from 'vitest';
import { jsonIn } from '../json-file.ts';
import { messagesIn } from '../language.ts';
import { findingAt } from '../report/testing.ts';
import { unmatched, WaiverFile, withWaivers } from './waivers.ts';

const read = (waiver: object) =>
  jsonIn(JSON.stringify({ version: 1, waivers: [waiver] }), 'a', WaiverFile, { messages: messagesIn('en') });

describe('a waiver', () => {
  it.each([
    { key: 'a', reason: '口径不同' },
    { key: 'a', reason: '口径不同', by: '李', date: '2025-03-01' },
  ])('may be %j', (waiver) => {
    expect(read(waiver)).toEqual({ ok: true, value: { version: 1, waivers: [waiver] } });
  });

  it.each([
    [{ key: 'a' }, 'invalid', 'waivers[0].reason'],
    [{ key: 'a', reason: '' }, 'invalid', 'waivers[0].reason'],
    [{ key: 'a', reason: ' \n' }, 'invalid', 'waivers[0].reason'],
    [{ reason: '口径不同' }, 'invalid', 'waivers[0].key'],
    [{ key: 'a', reason: 'b', date: '1 March' }, 'invalid', 'waivers[0].date'],
    [{ key: 'a', reason: 'b', author: '李' }, 'unknown-key', 'waivers[0].author'],
    [{ key: 'a', raeson: 'b' }, 'unknown-key', 'waivers[0].raeson'],
  ])('may not be %j', (waiver, code, at) => {
    expect(read(waiver)).toMatchObject({ ok: false, problem: { code, at } });
  });

  it('marks the finding of its key alone, and is told where there is none', () => {
    const findings = ['a', 'b'].map((key) => findingAt(undefined, { key }));
    const waivers = new Map([
      ['b', { reason: '口径不同' }],
      ['c', { reason: '另有说明' }],
    ]);
    expect(withWaivers(findings, waivers).map(({ waived }) => waived?.reason)).toEqual([
      undefined,
      '口径不同',
    ]);
    expect(unmatched(findings, waivers)).toEqual(['c']);
  });
});
