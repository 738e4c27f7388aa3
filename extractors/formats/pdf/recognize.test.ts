import { describe, expect, it } from 'vitest';
import { type Drawing, flateImage, jbig2Image, jpegImage } from '../../../fixtures/pdf/images.ts';
import { type Mark, makePdf, type PageDesign } from '../../../fixtures/pdf/make.ts';
import type { Document, PackedPage } from '../../../model/document.ts';
import type { Raster } from '../../../model/raster.ts';
import { ok, type Result } from '../../../model/status.ts';
import type { RecognitionOptions } from '../../recognition/options.ts';
import type { LegibleImage } from '../../recognition/recognizer.ts';
import { engineReading, wordsOf } from '../../recognition/testing.ts';
import { pdfFormat } from './format.ts';
import { MOST_IMAGE_PIXELS } from './limits.ts';

const READ = '本年收入合计80.50万元';

/** Reads with an engine that sees the same line on every page, and keeps the sizes of the pages that it was given. */
async function read(pages: readonly PageDesign[], options: Partial<RecognitionOptions> = {}) {
  const seen: Pick<Raster, 'width' | 'height' | 'dpi'>[] = [];
  const lines = [wordsOf(READ, 60, 40)];
  const recognizer = () => ({
    ...engineReading(lines),
    recognize: async ({ clean: { width, height, dpi } }: LegibleImage) => {
      seen.push({ width, height, dpi });
      return ok(lines);
    },
  });
  const document = await pdfFormat.read(
    { name: 'a.pdf', path: 'a.pdf', sha256: '0'.repeat(64), bytes: makePdf(pages) },
    { maxLineBytes: 1, maxPages: 10, recognition: { mode: 'auto', maxPages: 10, recognizer, ...options } },
  );
  return { document, seen };
}

const pagesOf = (document: Result<Document>): readonly PackedPage[] =>
  document.ok ? document.value.pages.filter((one): one is PackedPage => one.kind === 'packed') : [];
const textsOf = (document: Result<Document>): readonly string[] => pagesOf(document).map(({ text }) => text);
const codesOf = (document: Result<Document>): readonly string[] =>
  document.ok ? document.value.reasons.map(({ code }) => code) : [document.reason.code];

const [WIDTH, HEIGHT] = [300, 96];
/** What lines of print look like from afar. */
const PRINT: Drawing = {
  width: WIDTH,
  height: HEIGHT,
  isBlack: (x, y) => x > 20 && x < 280 && y % 24 > 9 && y % 24 < 16 && x % 10 < 5,
};
const SCAN = jbig2Image(PRINT);
const picture = (box: readonly [number, number, number, number] = [0, 0, WIDTH, HEIGHT]): Mark => ({
  kind: 'picture',
  image: SCAN,
  box,
});
const page = (...marks: readonly Mark[]): PageDesign => ({ width: WIDTH, height: HEIGHT, marks });
const text = (content: string, x: number, baseline: number, more: { readonly mode?: number } = {}): Mark => ({
  kind: 'text',
  x,
  baseline,
  size: 8,
  text: content,
  ...more,
});

describe('a scanned page', () => {
  it('is recognized from its image, pixel for pixel', async () => {
    const { document, seen } = await read([page(picture())]);
    expect(document).toMatchObject({
      ok: true,
      value: { status: 'ok', reasons: [], pages: [{ text: READ, width: WIDTH, height: HEIGHT }] },
    });
    expect(seen[0]).toEqual({ width: 300, height: 96, dpi: 72 });
  });

  it('keeps its reason where recognition gives nothing', async () => {
    const { document } = await read([page(picture())], { recognizer: () => engineReading([]) });
    expect(document).toMatchObject({ ok: true, value: { status: 'partial' } });
    expect(codesOf(document)).toEqual(['no-text', 'unrecognized']);
  });

  const PAPER: Drawing = { width: 300, height: 96, isBlack: () => false };

  it('that is blank among others is whole as it is', async () => {
    const blank: Mark = { kind: 'picture', image: await jpegImage(PAPER), box: [0, 0, WIDTH, HEIGHT] };
    const { document, seen } = await read([page(picture()), page(blank)]);
    expect([textsOf(document), codesOf(document)]).toEqual([[READ, ''], []]);
    expect(seen).toHaveLength(1);
    expect(codesOf((await read([page(blank)])).document)).toEqual(['unrecognized']);
  });

  it('of more pixels than are unpacked is told, and the others are read', async () => {
    const image = { ...(await flateImage(PAPER)), width: MOST_IMAGE_PIXELS / 50, height: 60 };
    const giant: Mark = { kind: 'picture', image, box: [0, 0, WIDTH, HEIGHT] };
    const { document } = await read([page(text('收入80.5万元', 20, 30)), page(giant)]);
    expect(document).toMatchObject({
      ok: true,
      value: { status: 'partial', reasons: [{ code: 'too-large', place: { page: 2 } }] },
    });
    expect(codesOf((await read([page(giant)])).document)).toEqual(['too-large']);
  });
});

describe('a page with a text layer', () => {
  const layer = text('收入80.5万元', 50, 60);

  it('is not recognized', async () => {
    const { document, seen } = await read([page(layer)]);
    expect([seen, textsOf(document), codesOf(document)]).toEqual([[], ['收入80.5万元'], []]);
  });

  it('is where all pages are to be', async () => {
    expect(textsOf((await read([page(layer)], { mode: 'always' })).document)).toEqual([READ]);
  });

  it('is where its characters are garbled, and has no need of it afterwards', async () => {
    const lying = page({
      kind: 'text',
      x: 20,
      baseline: 30,
      size: 8,
      text: '本年收入合计与支出决算表',
      lying: true,
    });
    const { document, seen } = await read([lying]);
    expect(seen.length).toBeGreaterThan(0);
    expect([textsOf(document), codesOf(document)]).toEqual([[READ], []]);
  });
});

describe('a page with a text layer for a part of it', () => {
  it('keeps its text and gets that of a picture that covers most of it', async () => {
    const { document } = await read([page(picture(), text('-12-', 140, 90))]);
    expect([textsOf(document), codesOf(document)]).toEqual([[`-12-${READ}`], []]);
    const [first] = pagesOf(document);
    expect(first?.figures?.map((figure) => [figure.text, figure.how])).toEqual([
      ['-12-', 'text'],
      [READ, 'read'],
    ]);
  });

  it('gets that of a table that a smaller picture shows, but not of other small pictures', async () => {
    const GRID: Drawing = {
      width: 450,
      height: 240,
      isBlack: (x, y) =>
        x % 149 < 2 || y % 59 < 2 || (x % 149 > 20 && x % 149 < 60 && y % 59 > 20 && y % 59 < 30),
    };
    const shown = async (drawing: Drawing): Promise<string> => {
      const mark: Mark = { kind: 'picture', image: jbig2Image(drawing), box: [20, 120, 270, 253] };
      const { document } = await read([
        { width: 300, height: 400, marks: [mark, text('收入80.5万元', 20, 50)] },
      ]);
      expect(codesOf(document)).toEqual([]);
      return textsOf(document).join();
    };
    expect(await shown(GRID)).toBe(`收入80.5万元${READ}`);
    const CHART: Drawing = { ...GRID, isBlack: (x, y) => x === 30 || (x % 60 > 30 && y > 230 - (x % 200)) };
    expect(await shown(CHART)).toBe('收入80.5万元');
  });

  it('is as it was where its picture shows no text, and says so where nothing is recognized', async () => {
    const mixed = page(picture(), text('-12-', 140, 90));
    const { document } = await read([mixed], { recognizer: () => engineReading([]) });
    expect([textsOf(document), codesOf(document)]).toEqual([['-12-'], []]);
    const unread = await pdfFormat.read(
      { name: 'a.pdf', path: 'a.pdf', sha256: '', bytes: makePdf([mixed]) },
      { maxLineBytes: 1, maxPages: 10 },
    );
    expect(unread).toMatchObject({
      ok: true,
      value: { status: 'partial', reasons: [{ code: 'no-text', place: { page: 1, box: [0, 0, 300, 96] } }] },
    });
  });

  it('is left alone where the picture is a background of several pages', async () => {
    const background = [1, 2, 3, 4].map((n) => page(picture(), text(`第${n}页的标题`, 20, 30)));
    const { document } = await read(background);
    expect(textsOf(document).slice(2)).toEqual(['第3页的标题', '第4页的标题']);
  });
});

describe('an older recognition behind a picture', () => {
  const GOOD = [
    '一般公共预算财政拨款收入1,204.50万元',
    '政府性基金预算收入86.20万元',
    '本年收入合计1,290.70万元',
  ];
  const POOR = [
    '一股公共顸箅财政拨歉1,2O4.5O万元',
    '政府牲基~金顸|箅收λ86..20万元',
    '本年收λ合汁1,29,0.7O万元',
  ];
  const hidden = (lines: readonly string[]): readonly Mark[] =>
    lines.map((line, i) => text(line, 10, 20 + 20 * i, { mode: 3 }));

  it('is kept where it is good, as what was read once', async () => {
    const { document, seen } = await read([page(picture(), ...hidden(GOOD))]);
    expect([seen, textsOf(document), codesOf(document)]).toEqual([[], [GOOD.join('')], []]);
    const figures = pagesOf(document)[0]?.figures ?? [];
    expect(figures.map((figure) => [figure.text, figure.how])).toEqual([
      ['1,204.50', 'read'],
      ['86.20', 'read'],
      ['1,290.70', 'read'],
    ]);
  });

  it('is kept where it was drawn and covered by the picture', async () => {
    const covered = GOOD.map((line, i) => text(line, 10, 20 + 20 * i));
    const { document, seen } = await read([page(...covered, picture())]);
    expect([seen, textsOf(document)]).toEqual([[], [GOOD.join('')]]);
  });

  it('gives way where it is poor, and what can be seen stays', async () => {
    for (const [more, expected] of [
      [[], READ],
      [[text('-12-', 140, 90)], `-12-${READ}`],
    ] as const) {
      const { document } = await read([page(picture(), ...hidden(POOR), ...more)]);
      expect([textsOf(document), codesOf(document)]).toEqual([[expected], []]);
    }
  });

  it('that is poor is told where nothing is recognized', async () => {
    const bytes = makePdf([page(picture(), ...hidden(POOR)), page(text('收入80.5万元', 20, 30))]);
    const document = await pdfFormat.read(
      { name: 'a.pdf', path: 'a.pdf', sha256: '', bytes },
      { maxLineBytes: 1, maxPages: 10 },
    );
    expect([textsOf(document), codesOf(document)]).toEqual([['', '收入80.5万元'], ['garbled-text']]);
  });

  it('of a few characters says nothing of the page', async () => {
    const { document } = await read([page(picture(), ...hidden(['收入']))]);
    expect(textsOf(document)).toEqual([READ]);
  });
});
