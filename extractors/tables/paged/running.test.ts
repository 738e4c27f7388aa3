import { describe, expect, it } from 'vitest';
import { flowOf } from './flow.ts';
import { runningLines } from './running.ts';
import { glyphsOf, pageOf } from './testing.ts';

const flow = (number: number, lines: readonly (readonly [string, number])[]) =>
  flowOf(
    pageOf(
      number,
      lines.flatMap(([text, baseline]) => glyphsOf(text, 60, baseline)),
    ),
    [],
  );
const texts = (flows: readonly ReturnType<typeof flow>[]): readonly string[] =>
  [...runningLines(flows)].map((line) => line.text);

describe('runningLines', () => {
  it('finds heads and page numbers by place and repetition, whatever number they show', () => {
    const flows = [1, 2, 3].map((n) =>
      flow(n, [
        ['某站2024年度决算', 40],
        [`第${n}段正文在此处。`, 400],
        [`${n + 8}`, 770],
      ]),
    );
    const head = '某站2024年度决算';
    expect(texts(flows).toSorted()).toEqual([head, head, head, '10', '11', '9'].toSorted());
  });
  it('leaves sentences at the edge of a page and titles that repeat over their own pages', () => {
    const flows = [
      flow(1, [['收入预算总表', 40]]),
      flow(2, [['收入预算总表', 40]]),
      flow(3, [['增加5.5万元。', 770]]),
      flow(4, [['减少7.5万元，增长2%。', 770]]),
    ];
    expect(texts(flows)).toEqual([]);
  });
});
