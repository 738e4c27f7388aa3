/**
 * The header words of the field, matched against squeezed text. Patterns are loose on purpose: header words come
 * garbled or cut out of recognition, and one right character of three often decides.
 */
export const ORDINAL_HEAD = /^(?:行次|序号|栏次|编号|顺序号)$/u;
export const CODE_HEAD =
  /(?:科目|功能|经济|分类|支出).{0,4}(?:编码|代码|编号)|^(?:科目)?(?:编码|代码)$|^[类款项]$|^类款项$/u;
export const UNIT_HEAD = /(?:度量|计量)?单位$/u;
export const RELATION_HEAD = /指标性质|^性质$|运算符|^符号$/u;
export const SCORE_HEAD = /得分|(?:自评|评价)分(?:数|值)?$|^评分$/u;
export const WEIGHT_HEAD = /分值|权重|满分|标准分/u;
export const RATE_HEAD =
  /[%﹪‰]|率(?:\(.*\))?$|偏离度|比重|占比|比例|增幅|减幅|幅度|百分比|增[减減]比|完成进度|执行进度/u;
export const ACTUAL_HEAD =
  /实际?完.{0,3}值|实际.{0,2}(?:值|水平|情况)|完成(?:指标)?值|完成情况|实现值|完据.{0,2}值/u;
export const TARGET_HEAD = /(?:指标|目标)值|^计划(?:值|完成水平)|计划完成/u;
export const COUNT_HEAD = /人数|人次|辆数|批次|团组|户数|编制数|个数|台数|数量$|辆$|保有量/u;
export const AMOUNT_HEAD =
  /(?:预算|决算|执行|支出|收入|差[额异]|增减|年度|金|余|款|费|经费|原值|净值|资产|负债)(?:数|额|金额)?(?:\(.*\))?$|金额|合计|小计|总计|总额|差异|结转|结余|拨款|资金/u;
export const LABEL_HEAD =
  /^(?:项目|项目\(.*\)|科目|名称|指标|类别|项目名称|.*科目名称|单位名称|任务名称|经济分类科目|资产类别|指标名称|指标内容|指标类型|支出项目|收入项目|支出功能分类科目?|采购项目|年度|.*(?:任务|科目|类别|名称))$|级指标|[数质时效成经社可满].{0,4}指标$/u;
export const TEXT_HEAD = /说明|备注|原因|措施|主要内容|内容$|目标$|签字|职务|姓名|情况$|依据|标准$/u;
/** Columns whose figures do not add up from row to row. */
export const NOT_ADDITIVE = /人均|单价|平均|标准|每/u;

/** Words that open an inner block of a form. */
export const FORM_HEAD =
  /^(?:[一二三]级指标|指标名称|指标内容|指标性质|绩效指标性质|(?:绩效)?度量单位|.{0,4}指标值|.{0,6}完成.{0,3}值|分值|权重|得分|自评得分|(?:预算)?执行率|完成率|(?:年初|全年|调整|预算|决算|执行|预决算).{0,6}(?:预算|执行|决算)?(?:数|金额|率|差异)|任务名称|主要内容|资金总额|偏差.*|.*原因.*措施|预期目标.*|实际完成情况|.*目标实际完成情况|姓名|职务.*|签字|评价得分)$/u;
/** Words that stand in such a header, but in rows of figures too. */
export const FORM_HEAD_TOO = /^(?:完成情况|总额|财政拨款|其他资金|金额|小计|合计|备注|说明|序号|行次|单位)$/u;

/** Totals as they are named; `合计` alone or with what it adds up. */
export const GRAND_TOTAL =
  /^(?:收入|支出|收支|资产|金额|支出合计|收入合计)?(?:总计|总额)$|^(?:合计|总计|总分|金额合计|合计数|总合计|共计|总和|全年合计|本年合计)$/u;
export const TOTAL = /(?:合计|总计|总分|共计)(?:数|\(.*\))?$/u;
export const SUBTOTAL = /小计(?:数|\(.*\))?$/u;
export const OF_WHICH = /^(?:\d+[.、])?其中[:：]?/u;
