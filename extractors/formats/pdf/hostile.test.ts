import { describe, expect, it } from 'vitest';
import { type Mark, makePdf, type PageDesign } from '../../../fixtures/pdf/make.ts';
import { BROKEN_BY_PAGES } from '../../../fixtures/pdf/reports.ts';
import type { Document } from '../../../model/document.ts';
import type { Result } from '../../../model/status.ts';
import { layoutDocument } from '../../layout.ts';
import { pdfFormat } from './format.ts';
import { PAGE_LIMITS } from './limits.ts';

/** Far more than any of these takes, and far less than what grows with the square would. */
const SECONDS = 20;

const read = (bytes: Uint8Array, password?: string): Promise<Result<Document>> =>
  pdfFormat.read(
    { name: 'a.pdf', path: 'a.pdf', sha256: '0'.repeat(64), bytes },
    { maxLineBytes: 1_000_000, maxPages: 5000, ...(password !== undefined && { password }) },
  );

const text = (
  content: string,
  rest: { readonly baseline?: number; readonly lying?: boolean } = {},
): Mark => ({
  kind: 'text',
  x: 20,
  baseline: 30,
  size: 10,
  text: content,
  ...rest,
});
const page = (marks: readonly Mark[]): PageDesign => ({ width: 1000, height: 1000, marks });

function textOf(result: Result<Document>): string {
  if (!result.ok) return '';
  return result.value.pages.flatMap((one) => (one.kind === 'packed' ? [one.text] : [])).join('');
}

describe('an encrypted PDF', () => {
  const METHODS = ['rc4', 'aes', 'aes-256'] as const;
  const encrypted = (method: (typeof METHODS)[number], password: string): Uint8Array =>
    makePdf([page([text('收入80.5万元')])], { encryption: { method, password } });

  it.each(METHODS)('is read without asking where the password is empty (%s)', async (method) => {
    const result = await read(encrypted(method, ''));
    expect(result).toMatchObject({ ok: true, value: { status: 'ok' } });
    expect(textOf(result)).toBe('收入80.5万元');
    expect(textOf(await read(encrypted(method, ''), 'needless'))).toBe('收入80.5万元');
  });

  it.each(METHODS)('needs its password (%s), which is never told', async (method) => {
    const bytes = encrypted(method, 'geheim');
    expect(await read(bytes)).toEqual({
      ok: false,
      reason: { code: 'encrypted', message: 'the PDF needs a password' },
    });
    expect(await read(bytes, 'wrong')).toEqual({
      ok: false,
      reason: { code: 'encrypted', message: 'the password does not open the PDF' },
    });
    expect(textOf(await read(bytes, 'geheim'))).toBe('收入80.5万元');
  });
});

describe('a truncated PDF', () => {
  const whole = makePdf(BROKEN_BY_PAGES);

  it('gives what is there, wherever it ends, and says that it is damaged', {
    timeout: SECONDS * 1000,
  }, async () => {
    const lengths: number[] = [];
    for (let part = 1; part < 24; part += 1) {
      const result = await read(whole.subarray(0, Math.floor((whole.length * part) / 24)));
      expect(result).toMatchObject(
        result.ok
          ? {
              value: {
                status: 'partial',
                reasons: expect.arrayContaining([expect.objectContaining({ code: 'damaged' })]),
              },
            }
          : { reason: { code: expect.stringMatching(/damaged|no-pages|page-unreadable/u) } },
      );
      if (result.ok) layoutDocument(result.value);
      lengths.push(textOf(result).length);
    }
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(lengths.at(-1)).toBeGreaterThan(0.9 * textOf(await read(whole)).length);
    expect(lengths[12]).toBeGreaterThan(0);
  });

  it('is not read where the key is lost with the end', async () => {
    const bytes = makePdf(BROKEN_BY_PAGES, { encryption: { method: 'aes', password: '' } });
    expect(await read(bytes.subarray(0, bytes.length - 200))).toMatchObject({
      ok: false,
      reason: { code: 'damaged' },
    });
  });
});

describe('a page with too much on it', () => {
  const line = (i: number): Mark => {
    const [x, y] = [5 + (i % 320) * 3, 40 + Math.floor(i / 320) * 3];
    return i % 2 === 0
      ? { kind: 'line', x0: x, y0: y, x1: x + 9, y1: y, width: 0.3 }
      : { kind: 'line', x0: x, y0: y, x1: x, y1: y + 9, width: 0.3 };
  };
  const runs = (count: number): readonly Mark[] =>
    Array.from({ length: count / 100 }, (_, i) =>
      text('收入80.5'.repeat(20).slice(0, 100), { baseline: 5 + (i * 990 * 100) / count }),
    );
  const strokes = (count: number): readonly Mark[] => Array.from({ length: count }, (_, i) => line(i));

  it.each([
    ['200,000 glyphs', () => runs(200_000), `${PAGE_LIMITS.glyphs} glyphs`],
    ['100,000 rulings', () => strokes(100_000), `${PAGE_LIMITS.rulings} rulings`],
    [
      '100,000 coloured areas',
      () =>
        Array.from(
          { length: 100_000 },
          (_, i): Mark => ({ kind: 'fill', box: [i % 900, 10, (i % 900) + 8, 900], gray: 0.9 }),
        ),
      `${PAGE_LIMITS.rulings} rulings`,
    ],
  ])('of %s is left out, and the limit is named', { timeout: SECONDS * 1000 }, async (_, marks, limit) => {
    const result = await read(makePdf([page([text('收入')]), page(marks())]));
    expect(result).toMatchObject({
      ok: true,
      value: {
        status: 'partial',
        reasons: [{ code: 'page-unreadable', message: expect.stringContaining(limit), place: { page: 2 } }],
      },
    });
    expect(textOf(result)).toBe('收入');
    expect(await read(makePdf([page(marks())]))).toMatchObject({
      ok: false,
      reason: { code: 'page-unreadable', message: expect.stringContaining(limit) },
    });
  });

  it('is read up to the limits', { timeout: SECONDS * 1000 }, async () => {
    const result = await read(makePdf([page([...runs(80_000), ...strokes(40_000)])]));
    expect(result).toMatchObject({ ok: true, value: { status: 'ok' } });
    if (result.ok) layoutDocument(result.value);
  });

  it('is read where one path has more points than a call may have arguments', async () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `${i % 900} ${(i * 7) % 900} l`).join(' ');
    const bytes = Buffer.from(makePdf([page([text('收入')])])).toString('latin1');
    const stream = `1 w 0 0 m ${many} S`;
    const drawn = bytes.replace(/<< \/Length \d+ >>\nstream\nBT/u, () => `<< >>\nstream\n${stream} BT`);
    expect(textOf(await read(Buffer.from(drawn, 'latin1')))).toBe('收入');
  });
});

describe('a long PDF', () => {
  it('of 2,000 pages is read whole', { timeout: 3 * SECONDS * 1000 }, async () => {
    const pages = Array.from({ length: 2000 }, (_, i) =>
      page([text(`第${i + 1}个项目收入80.5万元。`, { baseline: 300 + 9 * (i % 40) })]),
    );
    const result = await read(makePdf(pages));
    expect(result).toMatchObject({ ok: true, value: { status: 'ok', source: { pages: 2000 } } });
    if (result.ok) expect(layoutDocument(result.value).paragraphs.length).toBeGreaterThan(0);
  });
});

describe('a font that lies about its characters', () => {
  it('is not believed, and the others are', async () => {
    const result = await read(
      makePdf([
        page([text('部门收支决算总体情况说明', { lying: true }), text('收入80.5万元', { baseline: 60 })]),
      ]),
    );
    expect(textOf(result)).toBe(`${'\ufffd'.repeat(12)}收入80.5万元`);
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'partial', reasons: [{ code: 'garbled-text', place: { page: 1 } }] },
    });
  });
});
