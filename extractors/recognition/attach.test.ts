import { describe, expect, it } from 'vitest';
import { packed } from '../../model/packed.ts';
import type { RecognizedFigure } from '../../model/recognition.ts';
import { layoutDocument } from '../layout.ts';
import { tablePage } from '../tables/paged/testing.ts';

const figure = (text: string, x: number, y: number, how: RecognizedFigure['how']): RecognizedFigure => ({
  text,
  box: [x, y, x + 20, y + 8],
  how,
  confidence: 0.8,
  readings: [text],
});

/** A table of cells of 100 × 20 points whose corner stands at (50, 100). */
const page = tablePage(1, 100, [
  ['项目', '决算数'],
  ['基本支出', '12.50'],
  ['项目支出', '7.25'],
  ['合计', '19.75'],
]);

const layoutWith = (figures?: readonly RecognizedFigure[]) =>
  layoutDocument({
    source: { name: 'a', sha256: '', mediaType: 'image/png', pages: 1 },
    status: 'ok',
    reasons: [],
    pages: [packed({ ...page, ...(figures !== undefined && { figures }) })],
  });
const hows = (layout: ReturnType<typeof layoutWith>) =>
  layout.tables[0]?.cells.filter(({ column, row }) => column === 1 && row > 0).map(({ how }) => how);

describe('the cells of a recognized page', () => {
  it('say how their figures were read, and that nothing vouches where nothing is known', () => {
    const layout = layoutWith([figure('12.50', 160, 126, 'voted'), figure('7.25', 160, 146, 'unproved')]);
    expect(hows(layout)).toEqual(['voted', 'unproved', 'unproved']);
    expect(layout.tables[0]?.cells.find(({ text }) => text === '12.50')?.readings).toEqual(['12.50']);
    expect(layout.recognized?.get(1)).toHaveLength(2);
  });

  it('are as they always were where the page has a text layer', () => {
    const layout = layoutWith();
    expect(hows(layout)).toEqual([undefined, undefined, undefined]);
    expect('recognized' in layout).toBe(false);
  });
});
