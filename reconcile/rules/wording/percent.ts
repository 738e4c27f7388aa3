import type { Reading } from '../../../model/reading.ts';
import { Decimal } from '../../interval.ts';
import { passagesOf } from '../../prose/mention.ts';
import type { Remark, Rule } from '../../rule.ts';

const MISSING = /占(?:比|[^,;。\d占]{0,20}的)?(?:为)?(\d{1,3}\.\d{1,2})(?=[,;。、]|$)/u;
const HUNDRED = new Decimal(100);

function missingIn(reading: Reading): readonly Remark[] {
  return reading.sentences.flatMap((sentence): readonly Remark[] => {
    const found = MISSING.exec(sentence.text);
    if (found === null) return [];
    const words = found[0];
    return [
      {
        rule: 'R-70-06',
        severity: 'info',
        place: sentence.place,
        quote: sentence.text.slice(0, 120),
        template: 'percent-missing',
        parameters: { words },
        subject: words,
        facts: [],
      },
    ];
  });
}

function overIn(reading: Reading): readonly Remark[] {
  return passagesOf(reading).flatMap(({ mentions }) =>
    mentions.flatMap((mention): readonly Remark[] => {
      if (mention.role !== 'share' || mention.fact.quantity.value.lte(HUNDRED)) return [];
      const { fact } = mention;
      return [
        {
          rule: 'R-70-06',
          severity: 'error',
          place: fact.place,
          quote: fact.quote,
          template: 'share-over',
          parameters: { share: `${fact.quantity.raw}%` },
          subject: `${fact.label}${fact.quantity.raw}`,
          facts: [fact],
        },
      ];
    }),
  );
}

const HEAD = '某县文化馆2024年度部门决算\n';

export const percentRule: Rule = {
  code: 'R-70-06',
  severity: 'error',
  title: { en: 'Percentages as such', zh: '百分数的写法' },
  explanation: {
    en: 'No part is more than 100 % of its whole; a share printed without % is noted.',
    zh: '占比不应超过100%；占比缺百分号的，予以提示。',
  },
  fires: [
    `${HEAD}本年支出合计500.00万元，其中基本支出300.00万元，占600%。`,
    `${HEAD}本年支出合计500.00万元，其中基本支出300.00万元，占60.00。`,
  ],
  quiet: [
    `${HEAD}本年支出合计500.00万元，其中基本支出300.00万元，占60.00%。`,
    `${HEAD}完成全年目标任务500人的118%。`,
  ],
  remarks: (reading) => [...missingIn(reading), ...overIn(reading)],
};
