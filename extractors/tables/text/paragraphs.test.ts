import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextLine } from '../../../model/document.ts';
import { paragraphsOf } from './paragraphs.ts';

const linesOf = (texts: readonly string[]): readonly TextLine[] =>
  texts.map((text, index) => ({ number: index + 1, text }));
const paragraphs = (texts: readonly string[]) => paragraphsOf(linesOf(texts), [], new Set());

describe('paragraphsOf', () => {
  it('joins lines that go on, however long the paragraph has become', () => {
    const line = '本年支出主要用于保障机构正常运转，完成日常工作任务，';
    const [first, ...more] = paragraphs([...Array(50).fill(line), '以及其他。', '二、收入情况']);
    expect(first?.text).toBe(`${line.repeat(50)}以及其他。`);
    expect(more.map(({ text }) => text)).toEqual(['二、收入情况']);
  });

  it('knows where every character of a joined paragraph stands', () => {
    const part = fc.constantFrom('本年支出', '，', ' a b ', '2024', '**', '。', '其中：', '12.5', '万元');
    const line = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (texts) => {
        for (const { text, segments } of paragraphs(texts))
          for (const segment of segments) {
            if (!('line' in segment)) throw new Error('no line');
            const { start, length, line: number, column } = segment;
            const from = texts[number - 1]?.slice(column - 1, column - 1 + length);
            expect(text.slice(start, start + length)).toBe(from);
          }
      }),
    );
  });

  it('takes time by the length of the text, not by its square', () => {
    // Ten times as many would take a hundred times as long as a tenth of them does by the square: minutes.
    const lines = Array(40_000).fill('9'.repeat(100));
    expect(paragraphs(lines)).toHaveLength(1);
  });
});
