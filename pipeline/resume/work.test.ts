import { describe, expect, it } from 'vitest';
import type { KnownDocument } from '../../db/known.ts';
import { differences, dueWork, type Retry } from './work.ts';

const known = (more: Partial<KnownDocument> = {}): KnownDocument => ({
  id: 1,
  workKey: 'k',
  runId: 1,
  status: 'ok',
  findings: 0,
  codes: [],
  ...more,
});
const terms = (retry?: Retry, hasPassword = false) => ({
  workKey: 'k',
  hasPassword,
  ...(retry !== undefined && { retry }),
});
const failed = known({ status: 'failed', codes: ['damaged'] });
const partial = known({ status: 'partial', codes: ['no-text'] });

describe('a document is read', () => {
  it.each([
    ['that nobody knows', null, terms(), 'new'],
    ['that was read under other terms', known({ workKey: 'other' }), terms(), 'outdated'],
    ['that took too long', known({ status: 'failed', codes: ['timeout'] }), terms(), 'failed-before'],
    ['whose worker died', known({ status: 'failed', codes: ['worker-died'] }), terms(), 'failed-before'],
    ['that was done', known(), terms(), null],
    ['that is damaged', failed, terms(), null],
    ['that was read in part', partial, terms(), null],
    ['that is encrypted', known({ status: 'failed', codes: ['encrypted'] }), terms(), null],
    ['that a password may open', known({ codes: ['encrypted'] }), terms(undefined, true), 'failed-before'],
    ['that failed, again', failed, terms('failed'), 'retry'],
    ['that was read in part, among the failed', partial, terms('failed'), null],
    ['that was read in part, again', partial, terms('partial'), 'retry'],
    ['that failed, among the partial', failed, terms('partial'), 'retry'],
    ['that was done, among the partial', known(), terms('partial'), null],
    ['that was done, again', known(), terms('all'), 'retry'],
  ] as const)('%s', (_, document, under, due) => expect(dueWork(document, under)).toBe(due));
});

describe('what differs between two runs', () => {
  const run = { program: '1', workKey: '', stages: { read: 'a1', tables: '1' }, config: { ocr: 'auto' } };

  it('is nothing for the same', () => expect(differences(run, run)).toEqual([]));
  it('is told by name', () =>
    expect(
      differences(run, {
        ...run,
        program: '2',
        stages: { read: 'a1', tables: '2', more: '1' },
        config: { ocr: 'never' },
      }),
    ).toEqual([
      { kind: 'program', name: 'duizhang', before: '1', now: '2' },
      { kind: 'stage', name: 'tables', before: '1', now: '2' },
      { kind: 'stage', name: 'more', before: '', now: '1' },
      { kind: 'config', name: 'ocr', before: 'auto', now: 'never' },
    ]));
});
