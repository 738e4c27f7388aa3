import { describe, expect, it } from 'vitest';
import { jbig2Image } from '../fixtures/pdf/images.ts';
import { type Mark, makePdf, type PageDesign } from '../fixtures/pdf/make.ts';
import type { Reason } from '../model/status.ts';
import type { Effort } from './effort.ts';
import type { ReadOptions } from './format.ts';
import { pdfFormat } from './formats/pdf/format.ts';
import type { RecognitionOptions } from './recognition/options.ts';
import { engineReading, wordsOf } from './recognition/testing.ts';

const READ = '本年收入合计80.50万元';
const WHY: Reason = { code: 'timeout', message: '70 % of it is over', stage: 'read', limit: 'timeout' };

/** May be asked so many times before it is spent. */
function effortOf(times: number, left = 60_000): Effort {
  let asked = 0;
  return {
    spent: () => {
      asked += 1;
      return asked > times ? WHY : null;
    },
    left: () => left,
  };
}

const page = (mark: Mark): PageDesign => ({ width: 300, height: 96, marks: [mark] });
const written = (number: number): PageDesign =>
  page({ kind: 'text', x: 20, baseline: 30, size: 10, text: `第${number}页` });
const picture: Mark = {
  kind: 'picture',
  image: jbig2Image({
    width: 300,
    height: 96,
    isBlack: (x, y) => x > 20 && x < 280 && y % 24 > 9 && y % 24 < 16 && x % 10 < 5,
  }),
  box: [0, 0, 300, 96],
};

const read = (pages: readonly PageDesign[], options: Partial<ReadOptions>) =>
  pdfFormat.read(
    { name: 'a.pdf', path: 'a.pdf', sha256: '0'.repeat(64), bytes: makePdf(pages) },
    { maxLineBytes: 1, maxPages: 10, ...options },
  );

const recognition = (options: Partial<RecognitionOptions>): RecognitionOptions => ({
  mode: 'auto',
  maxPages: 10,
  recognizer: () => engineReading([wordsOf(READ, 60, 40)]),
  ...options,
});

describe('a PDF of which no more may be read', () => {
  it('keeps the pages before, and names the others', async () => {
    expect(await read([1, 2, 3, 4].map(written), { effort: effortOf(2) })).toMatchObject({
      ok: true,
      value: {
        status: 'partial',
        source: { pages: 4 },
        pages: [{ text: '第1页' }, { text: '第2页' }],
        reasons: [{ ...WHY, message: 'pages 3 to 4 were not read: 70 % of it is over' }],
      },
    });
  });

  it('fails with that reason where there is no page before', async () => {
    const result = await read([written(1)], { effort: effortOf(0) });
    expect(result).toMatchObject({
      ok: false,
      reason: { ...WHY, message: `page 1 was not read: ${WHY.message}` },
    });
  });

  it('keeps the pages that were recognized before', async () => {
    const pages = Array<PageDesign>(3).fill(page(picture));
    const result = await read(pages, { recognition: recognition({ effort: effortOf(2) }) });
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'partial', pages: [{ text: READ }, { text: READ }, { text: '' }] },
    });
    const reasons = result.ok ? result.value.reasons : [];
    expect(reasons).toContainEqual({
      ...WHY,
      message: 'page 3 was not looked at for recognition: 70 % of it is over',
    });
  });

  it('gives a page up that takes too long to recognize, and keeps those before', async () => {
    let images = 0;
    const engine = engineReading([wordsOf(READ, 60, 40)]);
    const recognizer = () => ({
      ...engine,
      recognize: (...all: Parameters<typeof engine.recognize>) => {
        images += 1;
        return images > 1 ? new Promise<never>(() => undefined) : engine.recognize(...all);
      },
    });
    const effort = effortOf(100, 300);
    const pages = Array<PageDesign>(3).fill(page(picture));
    const result = await read(pages, { recognition: recognition({ effort, recognizer }) });
    expect(result).toMatchObject({
      ok: true,
      value: { status: 'partial', pages: [{ text: READ }, { text: '' }, { text: '' }] },
    });
    const reasons = result.ok ? result.value.reasons : [];
    expect(reasons.filter(({ code }) => code === 'timeout')).toEqual([
      { code: 'timeout', message: 'page 2 was not recognized in time' },
    ]);
  });

  it('asks once whether it may recognize, before the first page that needs it', async () => {
    let asked = 0;
    const admit = async () => {
      asked += 1;
    };
    await read([written(1)], { recognition: recognition({ admit }) });
    expect(asked).toBe(0);
    await read([page(picture), page(picture)], { recognition: recognition({ admit }) });
    expect(asked).toBe(1);
  });
});

describe('a page with forms and states inside each other', () => {
  it('is left out where they are deeper than the limit', async () => {
    const pages = [written(1), page(picture)];
    expect(await read(pages, { maxNesting: 1 })).toMatchObject({ value: { pages: [{}, {}] } });
    expect(await read(pages, { maxNesting: 0 })).toMatchObject({
      ok: true,
      value: {
        status: 'partial',
        pages: [{ number: 1 }],
        reasons: [{ code: 'too-deep', stage: 'read', limit: 'maxNesting', place: { page: 2 } }],
      },
    });
  });
});
