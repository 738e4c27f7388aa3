import type { Reading, Sentence } from '../../../model/reading.ts';
import type { Remark, Rule } from '../../rule.ts';

const PLACEHOLDER =
  /[×xX＊*]{2,}(?=[年月日万元个人%局])|(?<![A-Za-z])X{2,}(?![A-Za-z])|×{2,}|\{[^{}\d]{1,12}\}|待填写|PAGEREF|\(款\)\(项\)|\(类\)\(款\)|_{4,}(?=万元|元|%)/u;

/** What the template told the writer to do; the condition before it ("无…的") belongs to it. */
const INSTRUCTION =
  /仍(?:应|需|须)?保留(?:该|本)?表|在?本表下方.{0,6}(?:说明|注明)|请(?:各?(?:单位|部门))?(?:根据|按照?|结合)[^,;。]{0,14}(?:填写|填列|修改|表述)|请(?:自行)?(?:删除|填写|填列|补充)|无(?:此|该|相关)(?:项|类)[^,;。]{0,12},?(?:请|可)?(?:删除|删去)|\((?:增加|新增|修改|补充|删除)内容\)/u;
/** What was to be filled in behind the verb was not. */
const UNFILLED =
  /原因(?:是|为):?(?=[。;])|主要用于:?(?=[。;])|(?<!单位)(?:预算|决算|支出|收入|总计|合计)数?为(?:万元|元)(?=[,;。])|(?:增长|下降|完成(?:年初|全年)?预算的?|占[^,;。]{0,14}的)%/u;

const LEFTOVERS: readonly (readonly [string, RegExp])[] = [
  ['placeholder', PLACEHOLDER],
  ['instruction', INSTRUCTION],
  ['unfilled', UNFILLED],
];

function remarksIn(sentence: Sentence, [template, words]: readonly [string, RegExp]): readonly Remark[] {
  const found = words.exec(sentence.text);
  if (found === null) return [];
  return [
    {
      rule: 'R-80-04',
      severity: 'warning',
      place: sentence.place,
      quote: sentence.text.slice(Math.max(0, found.index - 30), found.index + 50),
      template,
      parameters: { words: found[0] },
      subject: sentence.text.slice(Math.max(0, found.index - 12), found.index + 12),
      facts: [],
    },
  ];
}

/** A form without any amount is a template as such: then everything in it is left to be filled in. */
function remarksOf(reading: Reading): readonly Remark[] {
  const filled = reading.facts.some(({ quantity }) => quantity.unit === '元');
  const found = reading.sentences.flatMap((sentence) =>
    LEFTOVERS.slice(0, filled ? LEFTOVERS.length : 1).flatMap((leftover) => remarksIn(sentence, leftover)),
  );
  // An instruction that stands under each of the tables was left behind once.
  const told = (remark: Remark): string => `${remark.template}${remark.parameters.words}`;
  return found.filter(
    (remark, i) =>
      remark.template !== 'instruction' || found.findIndex((other) => told(other) === told(remark)) === i,
  );
}

const HEAD = '某县文化馆2024年度部门决算\n';

export const placeholderRule: Rule = {
  code: 'R-80-04',
  severity: 'warning',
  title: { en: 'Leftovers of the template', zh: '模板占位内容未填' },
  explanation: {
    en: 'Placeholders (XX, ××, {…}, 待填写, (款)(项) without names) were left where a name or a figure belongs, an instruction of the template was published with the report, or a sentence announces a reason, a purpose or a figure and breaks off.',
    zh: '应填名称或数字之处遗留占位内容（XX、××、｛…｝、待填写，或（款）（项）无名称），模板的填写要求随文公开，或原因、用途、数字处空缺。',
  },
  fires: [
    `${HEAD}会议费支出XX万元，比上年增加。`,
    `${HEAD}一般公共服务支出(类)(款)(项)支出12.00万元。`,
    `${HEAD}会议费支出12.00万元。\n无政府性基金收支的，仍保留该表格式。`,
    `${HEAD}会议费支出12.00万元，与上年持平，主要原因是。`,
    `${HEAD}会议费支出12.00万元，培训费支出决算为万元，比上年减少。`,
  ],
  quiet: [
    `${HEAD}会议费支出12.00万元，比上年增加。`,
    `${HEAD}一般公共服务支出(类)商贸事务(款)招商引资(项)支出12.00万元。`,
    `${HEAD}会议费支出12.00万元，与上年持平，主要原因是：\n一是会期未变。`,
    `${HEAD}本表金额单位为万元，会议费支出12.00万元，占100.00%。`,
  ],
  remarks: remarksOf,
};
