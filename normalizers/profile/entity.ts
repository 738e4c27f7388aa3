const OFFICE =
  '委员会|办公室|办公厅|办事处|管理局|人民法院|人民检察院|人民政府|街道|研究院|福利院|医院|学校|中学|小学|大学|党校|幼儿园|公司|中心|总站|支队|大队|执法队|协会|联合会|总工会|红十字会|科协|文联|妇联|残联|委|局|厅|院|馆|社|站|所|处|部|镇|乡';
const ENTITY = new RegExp(
  `([\\u4e00-\\u9fff]{2,30}?(?:${OFFICE}))(?=(?:19|20)\\d\\d|部门|单位|整体|决算|预算|年度|绩效|\\(|$|本级|项目)`,
  'u',
);
const WHOLE = new RegExp(`^[\\u4e00-\\u9fff]{2,30}(?:${OFFICE})$`, 'u');
/** "单位名称:X"; who the report is of stands before the department that it comes under (预算主管部门). */
const LABELLED = /(主管)?(?:部门|单位)(?:\(单位\))?(?:名称|全称)?[:：]([\u4e00-\u9fff()]{4,40})/u;

/** The first name of an office in a title or another text that opens with one, or null. */
export const entityIn = (text: string): string | null =>
  ENTITY.exec(text.replace(/(?:19|20)\d\d年度?/gu, ''))?.[1] ?? null;

/** True for text that is the name of an office and nothing else. */
export const isEntity = (text: string): boolean => WHOLE.test(text);

/** The office that the first label names: the unit that reports, or its superior (主管部门). */
export function labelledEntity(lines: readonly string[], superior: boolean): string | null {
  const found = lines.flatMap((line) => {
    const match = LABELLED.exec(line);
    return match === null || (match[1] !== undefined) !== superior ? [] : [match[2] ?? ''];
  });
  return found[0] ?? null;
}
