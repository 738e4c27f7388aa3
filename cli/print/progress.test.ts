import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ProgressEvent } from '../../pipeline/events.ts';
import { processContext } from '../context.ts';
import { messagesIn } from '../language.ts';
import { progressOn } from './progress.ts';

const SECOND = 1000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What is told of events that come so many seconds apart, elsewhere than on a terminal. */
function told(events: readonly ProgressEvent[], seconds: number): readonly string[] {
  const lines: string[] = [];
  const progress = progressOn({
    ...processContext('en', messagesIn('en')),
    errorsOnTerminal: false,
    err: (line) => lines.push(line),
  });
  for (const event of events) {
    vi.advanceTimersByTime(seconds * SECOND);
    progress.listen(event);
  }
  progress.stop();
  return lines;
}

const path = '/reports/scan.pdf';
const pages = (count: number): readonly ProgressEvent[] =>
  Array.from({ length: count }, (_, i) => ({ kind: 'recognized', path, pages: i + 1 }));

describe('progress', () => {
  it('tells of recognized pages, which are no files that are done', () => {
    const done = {
      kind: 'done',
      path,
      status: 'ok',
      reasons: [],
      findings: 0,
      pages: 1,
      bytes: 9,
      spent: [],
    } as const;
    expect(told([{ kind: 'found', path }, { kind: 'started', path }, ...pages(2), done], 6)).toEqual([
      '0 of 1 files done, 0 failed',
      '0 of 1 files done, 0 failed',
      'scan.pdf: 1 page recognized',
      'scan.pdf: 2 pages recognized',
      '1 of 1 files done, 0 failed',
    ]);
  });

  it('is a line now and then, however fast pages are', () => {
    expect(told(pages(20), 1)).toEqual([5, 10, 15, 20].map((n) => `scan.pdf: ${n} pages recognized`));
  });

  it('names the first files that are gone, and counts those it need not name', () => {
    const gone = (count: number, known: boolean): readonly ProgressEvent[] =>
      Array.from({ length: count }, (_, i) => ({ kind: 'gone', path: `/reports/${i}.pdf`, known }));
    const lines = told([...gone(3, true), ...gone(23, false)], 0);
    expect(lines).toHaveLength(21);
    expect(lines[0]).toBe('/reports/0.pdf: the file is gone; what was read from it is kept');
    expect(lines.at(-1)).toBe('and 3 more files are gone');
  });
});
