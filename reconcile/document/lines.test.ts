import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../model/layout.ts';
import { normalize } from '../../normalizers/normalize.ts';
import { bodyOf, linesOf } from './lines.ts';

const inText = (text: string, i: number): Paragraph => ({
  text,
  before: null,
  segments: [{ start: 0, length: text.length, line: i + 1, column: 1 }],
});
const onPage =
  (page: number) =>
  (text: string): Paragraph => ({
    text,
    before: null,
    segments: [{ start: 0, length: text.length, page, top: 0, bottom: 10, edges: [0, 10] }],
  });
const reading = (paragraphs: readonly Paragraph[]) =>
  normalize({
    source: { name: 'x', sha256: '', mediaType: 'text/plain', pages: 1 },
    status: 'ok',
    reasons: [],
    tables: [],
    paragraphs,
  });
const contents = (paragraphs: readonly Paragraph[]) =>
  linesOf(reading(paragraphs))
    .filter((line) => line.contents)
    .map(({ text }) => text);
const SENTENCE = '云溪县文化馆组织全县的群众文化活动，辅导基层的文艺骨干，并保护非物质文化遗产。';

describe('the table of contents', () => {
  it('ends where its first entry comes again', () =>
    expect(
      contents(
        [
          '云溪县文化馆2024年度部门决算',
          '目 录',
          '第一部分 概况',
          '第二部分 决算表……3',
          '第一部分 概况',
          SENTENCE,
        ].map(inText),
      ),
    ).toEqual(['目录', '第一部分概况', '第二部分决算表......3']));
  it('is not told from the body where no entry comes again', () =>
    expect(contents(['目录', '一、主要职能', '二、机构设置', SENTENCE].map(inText))).toEqual([]));
  it('ends with its page where the headings are worded otherwise', () =>
    expect(
      contents([
        ...['目录', '一、单位主要职能', '二、单位预算表'].map(onPage(2)),
        ...['云溪县文化馆主要职能', SENTENCE].map(onPage(3)),
      ]),
    ).toEqual(['目录', '一、单位主要职能', '二、单位预算表']));
  it('is none in a report without one', () => expect(contents([SENTENCE].map(inText))).toEqual([]));
});

describe('the body', () => {
  it('leaves out what only defines a term', () =>
    expect(
      bodyOf(
        reading(
          [
            '一、财政拨款收入：指单位从本级财政部门取得的财政拨款。',
            '二、“三公”经费：纳入预决算管理的“三公”经费，是指出国费、用车费和接待费。',
            '公务接待费支出1.00万元。',
          ].map(inText),
        ),
      ).map(({ text }) => text),
    ).toEqual(['公务接待费支出1.00万元。']));
});
