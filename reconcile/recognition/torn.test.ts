import { expect, it } from 'vitest';
import { readingOf } from '../../fixtures/prose.ts';
import type { Reading } from '../../model/reading.ts';
import { tornFacts } from './torn.ts';

/** A reading of lines that are paragraphs of a recognized page. */
function recognized(lines: readonly string[]): Reading {
  const reading = readingOf(lines.join('\n'));
  const paragraphs = reading.paragraphs.map((paragraph) => ({
    ...paragraph,
    segments: paragraph.segments.map(({ start, length }) => ({
      start,
      length,
      page: 1,
      top: 0,
      bottom: 10,
      edges: [0, 100],
    })),
  }));
  return {
    ...reading,
    paragraphs,
    layout: { ...reading.layout, paragraphs, recognized: new Map([[1, []]]) },
  };
}

const torn = (...lines: readonly string[]): readonly string[] => {
  const reading = recognized(lines);
  const ids = tornFacts(reading);
  return reading.facts.filter(({ id }) => ids.has(id)).map(({ quantity }) => quantity.raw);
};

const TITLE = '某县文化馆2024年度部门决算';

it('names the figures of both halves of a torn sentence', () => {
  expect(
    torn(
      TITLE,
      '本年收入合计4969.42万元，其中：财政拨款收入4963.94万元，占',
      '99.89%；其他收入5.19万元，占0.10%。',
    ),
  ).toEqual(['4969.42', '4963.94', '99.89', '5.19', '0.10']);
});

it('leaves headings, items and whole sentences alone', () => {
  expect(
    torn(
      TITLE,
      '一、收入决算情况说明',
      '本年收入合计4969.42万元。',
      '1.教育支出30.00万元，用于学校经费的支出，包括教师培训和设备更新等各个方面的内容',
      '2.卫生支出20.00万元。',
    ),
  ).toEqual([]);
});

it('has no doubt about a text layer', () => {
  const { layout, ...rest } = recognized([TITLE, '99.89%；其他收入5.19万元，占0.10%。']);
  const { recognized: _, ...read } = layout;
  expect(tornFacts({ ...rest, layout: read }).size).toBe(0);
});
