import { describe, expect, it } from 'vitest';
import { normalize } from '../../normalizers/normalize.ts';
import { impliedFacts } from './implied.ts';

/** What the sentences of a report imply of earlier years: current amount, change with its sign, year and phase. */
function implied(sentences: string, title = '云溪县文化馆2024年度部门决算'): readonly string[] {
  const texts = [title, sentences];
  const reading = normalize({
    source: { name: 'made', sha256: '', mediaType: 'text/plain', pages: 1 },
    status: 'ok',
    reasons: [],
    tables: [],
    paragraphs: texts.map((text, i) => ({
      text,
      before: null,
      segments: [{ start: 0, length: text.length, line: i + 1, column: 1 }],
    })),
  });
  const rawOf = (id: string) => reading.facts.find((fact) => fact.id === id)?.quantity.raw ?? '?';
  return impliedFacts(reading).map(
    ({ current, change, sign, year, phase }) =>
      `${rawOf(current)} ${sign < 0 ? '-' : '+'}${rawOf(change)} ${year} ${phase}`,
  );
}

describe('amounts of earlier years', () => {
  it.each([
    [
      '2024年度收入、支出总计均为612.40万元。与2023年度相比，收入、支出总计各增加24.10万元，增长4.10%。',
      '612.40 +24.10 2023 final',
    ],
    ['2024年度机关运行经费支出58.20万元，比2023年度减少1.05万元，下降1.77%。', '58.20 -1.05 2023 final'],
    ['2024年度“三公”经费支出决算9.26万元，较上年度增加0.81万元，增长9.59%。', '9.26 +0.81 2023 final'],
    ['2024年度“三公”经费支出决算9.26万元，同比减少0.81万元。', '9.26 -0.81 2023 final'],
    ['2024年度“三公”经费支出决算9.26万元，比2022年增加0.81万元。', '9.26 +0.81 2022 final'],
    ['2024年度“三公”经费支出决算9.26万元，比2023年预算执行数增加0.81万元。', '9.26 +0.81 2023 final'],
    ['2024年“三公”经费预算为9.00万元，比上年预算减少0.50万元。', '9.00 -0.50 2023 initial'],
  ])('are implied by %s', (sentence, amount) => expect(implied(sentence)).toEqual([amount]));

  it.each([
    '2024年度“三公”经费支出决算9.26万元，比年初预算增加0.81万元。',
    '2024年度“三公”经费支出决算9.26万元，较预算数减少0.81万元。',
    '2024年度“三公”经费支出决算9.26万元，增加0.81万元。',
    '2024年度“三公”经费预算9.26万元，较上年增加0.81万元。',
    '2024年度“三公”经费支出决算9.26万元，较上年增加约0.8万元。',
    '2024年度“三公”经费支出决算9.26万元，上年度“三公”经费支出8.45万元，较上年增加0.81万元。',
    '2024年度举办活动支出9.26万元，较上年增加0.81万元。',
  ])('are not implied by %s', (sentence) => expect(implied(sentence)).toEqual([]));

  it('in a budget only where it says of what', () => {
    const budget = '云溪县文化馆2024年部门预算';
    const told = (words: string) => implied(`2024年“三公”经费预算为9.00万元，${words}减少0.50万元。`, budget);
    expect(told('比上年')).toEqual([]);
    expect(told('比上年预算')).toEqual(['9.00 -0.50 2023 initial']);
  });
});
