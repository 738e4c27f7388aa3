import { describe, expect, it } from 'vitest';
import { placeWithin } from '../../../model/layout.ts';
import { layoutPages } from './layout.ts';
import { glyphsOf, pageOf } from './testing.ts';

type Printed = readonly [string, number, number, number?];
const paragraphs = (...pages: readonly (readonly Printed[])[]) =>
  layoutPages(
    pages.map((lines, i) =>
      pageOf(
        i + 1,
        lines.flatMap(([text, x, baseline, size]) => glyphsOf(text, x, baseline, size)),
      ),
    ),
  ).paragraphs;
const texts = (...pages: readonly (readonly Printed[])[]): readonly string[] =>
  paragraphs(...pages).map((paragraph) => paragraph.text);

describe('paragraphsOf', () => {
  it('begins a paragraph at an indent and after a short line', () => {
    expect(
      texts([
        ['本年收入合计八十万元，其中财政拨款收入', 70, 200],
        ['六十万元，其他收入二十万元，与上年持平。', 50, 216],
        ['本年支出合计八十万元，其中基本支出六十', 70, 232],
        ['万元。', 50, 248],
      ]),
    ).toEqual([
      '本年收入合计八十万元，其中财政拨款收入六十万元，其他收入二十万元，与上年持平。',
      '本年支出合计八十万元，其中基本支出六十万元。',
    ]);
  });

  it('goes on over a page end, and over a line that broke early before what must not be parted', () => {
    expect(
      texts(
        [
          ['一般公共预算支出八十万元，用于以下方面，', 50, 700],
          ['农林水支出共六十万元；城乡社区支出', 50, 716],
        ],
        [['（类）二十万元。', 50, 200]],
      ),
    ).toEqual(['一般公共预算支出八十万元，用于以下方面，农林水支出共六十万元；城乡社区支出（类）二十万元。']);
  });

  it('keeps headings, numbered items and lines of contents apart', () => {
    expect(
      texts([
        ['第二部分决算表', 50, 150, 16],
        ['一、收入决算情况说明', 50, 180],
        ['（一）本年收入合计八十万元，均为拨款。', 50, 200],
        ['（二）本年支出合计八十万元，均为基本。', 50, 216],
        ['三、概况………………………………１', 50, 248],
        ['四、决算表……………………………３', 50, 264],
      ]),
    ).toHaveLength(6);
  });

  it('keeps the entries of contents apart, and puts a broken one together again', () => {
    expect(
      texts([
        ['五、一般公共预算基本支出情况的年度说明表', 50, 200],
        ['六、一般公共预算“三公”经费、会议费与培训费支', 50, 216],
        ['出预算表', 50, 232],
        ['七、政府性基金财政拨款与政府采购支出预算明细表', 50, 248],
        ['八、名词解释和说明', 50, 264],
      ]),
    ).toEqual([
      '五、一般公共预算基本支出情况的年度说明表',
      '六、一般公共预算“三公”经费、会议费与培训费支出预算表',
      '七、政府性基金财政拨款与政府采购支出预算明细表',
      '八、名词解释和说明',
    ]);
  });

  it('places a figure by its characters', () => {
    const [paragraph] = paragraphs([['收入80.5万元', 50, 200]]);
    const place = paragraph === undefined ? null : placeWithin(paragraph, 2, 6);
    expect(place).toMatchObject({ page: 1 });
    expect(place !== null && 'box' in place ? [place.box[0], place.box[2]] : []).toEqual([70, 90]);
  });
});
