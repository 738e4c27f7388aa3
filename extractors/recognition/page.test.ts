import { describe, expect, it } from 'vitest';
import type { Raster } from '../../model/raster.ts';
import { fail, ok } from '../../model/status.ts';
import { passesOf } from './engines.ts';
import { drawn } from './image/testing.ts';
import { recognizePage } from './page.ts';
import type { Recognizer } from './recognizer.ts';
import { engineReading, wordsOf } from './testing.ts';

const inColor = ({ width, height, data, dpi }: Raster) => ({
  width,
  height,
  data: Uint8Array.from({ length: 3 * data.length }, (_, i) => data[Math.floor(i / 3)] ?? 255),
  dpi,
});
const paper = inColor(drawn(600, 400));

describe('recognizePage', () => {
  it('gives words as glyphs in points and says of every figure how sure it is', async () => {
    const lines = [wordsOf('支出合计 1301.19', 72, 100), wordsOf('人员 12', 72, 200, 0.7)];
    const page = await recognizePage(paper, 3, passesOf(engineReading(lines)));
    if (!page.ok) throw new Error(page.reason.message);
    const { number, width, glyphs, figures, turn } = page.value;
    expect([number, width, turn]).toEqual([3, 216, undefined]);
    expect(glyphs.map(({ text }) => text).join('')).toBe('支出合计1301.19人员12');
    expect(glyphs[0]?.y0).toBeCloseTo(36, 9);
    expect(figures?.map(({ text, how }) => [text, how])).toEqual([
      ['1301.19', 'read'],
      ['12', 'unproved'],
    ]);
  });

  it('has no text for a page of which nothing is read with confidence', async () => {
    for (const lines of [[], [wordsOf('扩三川口 卜', 10, 10, 0.3)]])
      expect(await recognizePage(paper, 1, passesOf(engineReading(lines)))).toMatchObject({
        ok: false,
        reason: { code: 'unrecognized' },
      });
  });

  it('says of a cell with print that no pass can read that it is unread, and not blank', async () => {
    const rules = [60, 120, 180].map((y) => [40, y, 560, y + 3] as const);
    const sides = [40, 300, 557].map((x) => [x, 60, x + 3, 183] as const);
    const print = [[400, 140, 412, 165] as const, [420, 140, 432, 165] as const];
    const scan = inColor(drawn(600, 400, [...rules, ...sides, ...print, [350, 90, 352, 92]]));
    const lines = [wordsOf('项目 决算数', 60, 80), wordsOf('基本支出', 60, 140)];
    const reader = {
      ...engineReading(lines),
      reread: async (_: unknown, parts: readonly unknown[]) => ok(parts.map(() => [])),
    };
    const page = await recognizePage(scan, 1, passesOf(reader));
    if (!page.ok) throw new Error(page.reason.message);
    const unread = page.value.glyphs.filter(({ text }) => text === '\uFFFD');
    expect(unread.map(({ x0, x1 }) => [Math.round(x0), Math.round(x1)])).toEqual([[144, 156]]);
  });

  it('turns a page upright whose text reads far better so', async () => {
    const wide: Recognizer = {
      ...engineReading([]),
      recognize: async ({ clean: { width, height } }) =>
        ok([wordsOf('收入支出决算总表', 20, 20, width < height ? 0.95 : 0.3)]),
    };
    const page = await recognizePage(paper, 1, passesOf(wide));
    expect(page).toMatchObject({ ok: true, value: { turn: 90, width: 144, height: 216 } });
  });

  it('passes on why an engine cannot read', async () => {
    const page = await recognizePage(
      paper,
      1,
      passesOf(engineReading(fail('no-engine', 'no language file'))),
    );
    expect(page).toMatchObject({ ok: false, reason: { code: 'no-engine' } });
  });
});
