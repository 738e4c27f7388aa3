import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../../model/status.ts';
import { drawn } from '../image/testing.ts';
import { legible } from '../testing.ts';
import { lineModel } from './model.ts';
import { ppocr } from './ppocr.ts';

/** A model that reads every strip as the same text, a character in every second step. */
const reading = (text: string) => async () =>
  ok({
    read: async () => ({
      symbols: [...text].map((character, i) => ({
        text: character,
        from: 2 * i,
        to: 2 * i + 1,
        confidence: 0.9,
      })),
      steps: 2 * text.length,
    }),
    close: async () => undefined,
  });

const page = legible(
  drawn(400, 200, [
    [20, 20, 100, 40],
    [200, 22, 300, 42],
    [20, 100, 100, 120],
  ]),
);

describe('ppocr', () => {
  it('reads every piece of text where it stands, those of one line from left to right', async () => {
    const read = await ppocr(reading('12.5 ')).recognize(page, 'page');
    if (!read.ok) throw new Error(read.reason.message);
    expect(read.value.map((line) => line.map(({ box }) => box))).toEqual([
      [
        [20, 20, 100, 40],
        [200, 22, 300, 42],
      ],
      [[20, 100, 100, 120]],
    ]);
    const [word] = read.value[0] ?? [];
    expect(word?.symbols.map(({ text }) => text).join('')).toBe('12.5');
    const middles = word?.symbols.map(({ box }) => (box[0] + box[2]) / 2) ?? [];
    expect(middles).toEqual(middles.toSorted((a, b) => a - b));
  });

  it('reads parts of a page apart from each other', async () => {
    const parts = [
      { left: 10, top: 90, right: 120, bottom: 130 },
      { left: 150, top: 100, right: 160, bottom: 110 },
    ];
    const read = await ppocr(reading('7')).reread(page, parts, 'page');
    expect(read).toMatchObject({ ok: true, value: [[[{ box: [20, 100, 100, 120] }]], []] });
  });

  it('says why it cannot start, or what its model failed of', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'duizhang-model-'));
    onTestFinished(() => rmSync(empty, { recursive: true }));
    const missing = await ppocr(() => lineModel(() => empty)).recognize(page, 'page');
    expect(missing).toMatchObject({ ok: false, reason: { code: 'no-engine' } });
    writeFileSync(path.join(empty, 'ppocr_keys_v1.txt'), '1\n2\n');
    writeFileSync(path.join(empty, 'ch_PP-OCRv4_rec_infer.onnx'), 'no model');
    const broken = await ppocr(() => lineModel(() => empty)).recognize(page, 'page');
    expect(broken).toMatchObject({ ok: false, reason: { code: 'no-engine' } });
    const failing = async () =>
      ok({ read: () => Promise.reject(new Error('out of memory')), close: async () => undefined });
    expect(await ppocr(failing).recognize(page, 'page')).toMatchObject({
      ok: false,
      reason: { code: 'recognition-failed' },
    });
  });
});
