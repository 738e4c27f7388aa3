import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutText } from './layout.ts';
import { pageOf } from './testing.ts';

const label = fc.constantFrom('财政拨款收入', '事业收入', '其中：利息', '上年结转', '维修费', '');
const amount = fc.integer({ min: 1000, max: 9_999_999 }).map((cents) => (cents / 100).toFixed(2));
const cell = fc.oneof(
  { weight: 5, arbitrary: amount },
  { weight: 1, arbitrary: fc.constantFrom('', '—', '100%') },
);
const row = fc.tuple(label, cell, cell, cell).map((cells) => cells.join('\t'));

describe('figures', () => {
  it('are all kept in tables whose rows were not torn', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 20 }), (rows) => {
        const text = ['项目\t年初预算数\t全年预算数\t决算数', ...rows, '合计\t1.11\t2.22\t3.33'].join('\n');
        const printed = text.match(/\d+\.\d\d/gu) ?? [];
        const { tables, paragraphs } = layoutText(pageOf(text));
        const found = [...tables.flatMap(({ cells }) => cells), ...paragraphs].flatMap(
          (one) => one.text.match(/\d+\.\d\d/gu) ?? [],
        );
        expect(found.toSorted()).toEqual(printed.toSorted());
      }),
      { numRuns: 300 },
    );
  });
});
