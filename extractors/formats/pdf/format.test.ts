import { describe, expect, it, vi } from 'vitest';
import { type Mark, makePdf, type PageDesign } from '../../../fixtures/pdf/make.ts';
import { BROKEN_BY_PAGES } from '../../../fixtures/pdf/reports.ts';
import type { GlyphPage } from '../../../model/document.ts';
import { unpacked } from '../../../model/packed.ts';
import { shownBox, shownSize } from '../../../model/turn.ts';
import { pdfFormat } from './format.ts';
import { OP } from './operators.ts';

const options = { maxLineBytes: 1_000_000, maxPages: 100 };
const sourceOf = (bytes: Uint8Array) => ({ name: 'a.pdf', path: 'a.pdf', sha256: '0'.repeat(64), bytes });
const read = (bytes: Uint8Array, maxPages = 100) => pdfFormat.read(sourceOf(bytes), { ...options, maxPages });

const page = (marks: readonly Mark[], rest: Partial<PageDesign> = {}): PageDesign => ({
  width: 400,
  height: 300,
  marks,
  ...rest,
});
const TEXT: Mark = { kind: 'text', x: 50, baseline: 60, size: 12, text: '收入80.5万元' };

async function onlyPage(design: PageDesign): Promise<GlyphPage> {
  const result = await read(makePdf([design]));
  const first = result.ok ? result.value.pages[0] : undefined;
  if (first?.kind !== 'packed') throw new Error('no page of glyphs');
  return unpacked(first);
}
const textOf = ({ glyphs }: GlyphPage): string => glyphs.map((glyph) => glyph.text).join('');

describe('pdfFormat.score', () => {
  it('knows a PDF by its header, also behind other bytes', () => {
    expect(pdfFormat.score(sourceOf(makePdf([page([])])))).toBe(1);
    expect(pdfFormat.score(sourceOf(Buffer.from(`${' '.repeat(900)}%PDF-1.7`)))).toBe(1);
    expect(pdfFormat.score(sourceOf(Buffer.from('收入支出决算表')))).toBe(0);
  });
});

describe('pdfFormat.read', () => {
  it('gives every glyph of a predefined Chinese encoding its box from the top left', async () => {
    const read = await onlyPage(page([TEXT]));
    expect(textOf(read)).toBe('收入80.5万元');
    const [first, second] = read.glyphs;
    expect(first?.x0).toBeCloseTo(50, 3);
    expect(first?.x1).toBeCloseTo(62, 3);
    expect(first?.baseline).toBeCloseTo(60, 3);
    expect(first?.size).toBeCloseTo(12, 3);
    expect(second?.x0).toBeCloseTo(62, 3);
  });

  it('gives drawn lines and thin bars as rulings, and the sides of coloured areas with width 0', async () => {
    const { rulings } = await onlyPage(
      page([
        TEXT,
        { kind: 'line', x0: 20, y0: 100, x1: 200, y1: 100, width: 0.5 },
        { kind: 'fill', box: [20, 100, 21, 150], gray: 0 },
        { kind: 'fill', box: [20, 100, 200, 150], gray: 0.9 },
      ]),
    );
    const drawn = rulings.filter((ruling) => ruling.width > 0);
    expect(drawn).toHaveLength(2);
    expect(rulings.length - drawn.length).toBe(4);
    expect(drawn[0]).toMatchObject({ x0: 20, y0: 100, x1: 200, y1: 100 });
    expect(drawn[1]).toMatchObject({ x0: 20.5, y0: 100, x1: 20.5, y1: 150 });
  });

  it('reads a page upright that a viewer turns, and knows how it is shown', async () => {
    const turned = await onlyPage(page([TEXT], { rotate: 90 }));
    const { turn, width, height } = turned;
    expect([turn, shownSize(turned)]).toEqual([90, { width: 300, height: 400 }]);
    const [first] = turned.glyphs;
    if (first === undefined || turn === undefined) throw new Error('nothing turned');
    expect(shownBox([first.x0, first.y0, first.x1, first.y1], { turn, width, height })[1]).toBeCloseTo(50, 3);
  });

  it('leaves out what nobody can see: invisible text, white on white, but not white on black', async () => {
    const seen = await onlyPage(
      page([
        TEXT,
        { ...TEXT, baseline: 90, text: '暗', mode: 3 },
        { ...TEXT, baseline: 120, text: '白', gray: 1 },
        { kind: 'fill', box: [40, 130, 200, 160], gray: 0.1 },
        { ...TEXT, baseline: 150, text: '底', gray: 1 },
      ]),
    );
    expect(textOf(seen)).toBe('收入80.5万元底');
  });

  it('reads a character once that is printed twice to be bold', async () => {
    const bold = await onlyPage(page([TEXT, { ...TEXT, x: 50.4 }, { ...TEXT, baseline: 90, text: '11' }]));
    expect(textOf(bold)).toBe('收入80.5万元11');
  });

  it('reads many pages, or as many as it may', async () => {
    const all = await read(makePdf(BROKEN_BY_PAGES));
    expect(all).toMatchObject({ ok: true, value: { status: 'ok', source: { pages: 3 } } });
    const some = await read(makePdf(BROKEN_BY_PAGES), 2);
    expect(some).toMatchObject({
      ok: true,
      value: { status: 'partial', reasons: [{ code: 'too-large' }], source: { pages: 3 } },
    });
    expect(some.ok ? some.value.pages.length : 0).toBe(2);
  });

  it('says which page has no text layer', async () => {
    const lines = page([{ kind: 'line', x0: 20, y0: 100, x1: 200, y1: 100, width: 1 }]);
    expect(await read(makePdf([page([TEXT]), lines]))).toMatchObject({
      ok: true,
      value: { status: 'partial', reasons: [{ code: 'no-text', place: { page: 2 } }] },
    });
  });

  it('gives the reason for files that cannot be opened', async () => {
    const whole = makePdf([page([TEXT])]);
    expect(await read(whole.subarray(0, 60))).toMatchObject({ ok: false, reason: { code: 'damaged' } });
    expect(await read(Buffer.from('%PDF-1.4\nnothing'))).toMatchObject({ ok: false });
    expect(await read(makePdf([]))).toMatchObject({ ok: false, reason: { code: 'no-pages' } });
  });

  it('prints nothing and leaves the bytes as they were', async () => {
    const log = vi.spyOn(console, 'log');
    const warn = vi.spyOn(console, 'warn');
    const bytes = makePdf([page([TEXT])]);
    const before = Buffer.from(bytes).toString('latin1');
    await read(bytes);
    await read(bytes.subarray(0, 300));
    expect(Buffer.from(bytes).toString('latin1')).toBe(before);
    expect(log).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('OP', () => {
  it('has the numbers of the installed pdf.js', async () => {
    const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    expect(OPS).toMatchObject(OP);
  });
});
