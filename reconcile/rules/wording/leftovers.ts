import type { Reading } from '../../../model/reading.ts';
import type { Remark, Rule } from '../../rule.ts';

const PLACEHOLDER =
  /[×xX＊*]{2,}(?=[年月日万元个人%局])|(?<![A-Za-z])X{2,}(?![A-Za-z])|×{2,}|\{[^{}\d]{1,12}\}|待填写|PAGEREF|\(款\)\(项\)|\(类\)\(款\)|_{4,}(?=万元|元|%)/u;

function remarksOf(reading: Reading): readonly Remark[] {
  return reading.sentences.flatMap((sentence): readonly Remark[] => {
    const found = PLACEHOLDER.exec(sentence.text);
    if (found === null) return [];
    return [
      {
        rule: 'R-80-04',
        severity: 'warning',
        place: sentence.place,
        quote: sentence.text.slice(Math.max(0, found.index - 30), found.index + 50),
        template: 'placeholder',
        parameters: { words: found[0] },
        subject: sentence.text.slice(Math.max(0, found.index - 12), found.index + 12),
        facts: [],
      },
    ];
  });
}

const HEAD = '某县文化馆2024年度部门决算\n';

export const placeholderRule: Rule = {
  code: 'R-80-04',
  severity: 'warning',
  title: { en: 'Leftovers of the template', zh: '模板占位内容未填' },
  explanation: {
    en: 'Placeholders (XX, ××, {…}, 待填写, (款)(项) without names) were left where a name or a figure belongs.',
    zh: '应填名称或数字之处遗留占位内容（XX、××、｛…｝、待填写，或（款）（项）无名称）。',
  },
  fires: [`${HEAD}会议费支出XX万元，比上年增加。`, `${HEAD}一般公共服务支出(类)(款)(项)支出12.00万元。`],
  quiet: [
    `${HEAD}会议费支出12.00万元，比上年增加。`,
    `${HEAD}一般公共服务支出(类)商贸事务(款)招商引资(项)支出12.00万元。`,
  ],
  remarks: remarksOf,
};
