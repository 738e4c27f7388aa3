import { bare } from './join.ts';

/** Indicators of the first level in performance tables (绩效指标体系), and those of the second that each one has. */
const TREE: Readonly<Record<string, readonly string[]>> = {
  产出指标: ['数量指标', '质量指标', '时效指标', '成本指标'],
  效益指标: [
    '经济效益指标',
    '社会效益指标',
    '生态效益指标',
    '可持续影响指标',
    '可持续发展指标',
    '社会公众或服务对象满意度指标',
  ],
  满意度指标: ['服务对象满意度指标', '满意度指标', '社会公众满意度指标'],
  成本指标: ['经济成本指标', '社会成本指标', '生态环境成本指标'],
};
const FIRST = Object.keys(TREE);
const SECOND = Object.values(TREE).flat();
const ALL: readonly string[] = [...new Set([...FIRST, ...SECOND])];

/** True where the text is an indicator label, whole. */
export const isIndicatorLabel = (text: string): boolean => ALL.includes(bare(text));

/** True where the text can be a torn piece of an indicator label (产出 | 指标 | 度指 …). */
export function isLabelPiece(text: string): boolean {
  const squeezed = bare(text);
  return squeezed !== '' && ALL.some((label) => label.includes(squeezed));
}

/** True for the points of a group of indicators as they are printed under its label: (50分). */
export const isGroupScore = (text: string): boolean => /^[(（]\d+(\.\d+)?分?[)）]$/u.test(bare(text));

/** True where the text can open an indicator label. */
export function opensLabel(text: string): boolean {
  const squeezed = bare(text);
  return squeezed.length >= 2 && ALL.some((label) => label.startsWith(squeezed));
}

/** True where the text opens a label of only one of the two levels, and `level` is the other one. */
export function isOtherLevel(text: string, level: 'first' | 'second'): boolean {
  const squeezed = bare(text);
  const opens = (labels: readonly string[]) =>
    squeezed.length >= 2 && labels.some((label) => label.startsWith(squeezed));
  return level === 'first' ? opens(SECOND) && !opens(FIRST) : opens(FIRST) && !opens(SECOND);
}

/** The longest indicator label inside a text, or null. */
export function labelInside(text: string): string | null {
  const squeezed = bare(text);
  const inside = ALL.filter((label) => squeezed.includes(label));
  return inside.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

/** Which indicator of the first level a label of the second belongs to, garbled prints included; null where unclear. */
export function parentOf(text: string): string | null {
  const squeezed = bare(text);
  if (/成本/u.test(squeezed) && !/^成本/u.test(squeezed)) return '成本指标';
  if (/满意|满度/u.test(squeezed)) return '满意度指标';
  if (/效益|可持|可续|续影|影响|生态|社会|经济/u.test(squeezed)) return '效益指标';
  if (/^(数量|质量|质指|时效|时指)/u.test(squeezed)) return '产出指标';
  return null;
}

const SUGGESTED: readonly (readonly [RegExp, RegExp])[] = [
  [/满意/u, /满意|满度/u],
  [/(及时率|及时性|时限|时间|周期|进度)$/u, /时效|时指/u],
  [/(人数|人次|次数|数量|个数|份数|场次|户数|套数)$/u, /数量/u],
  [/(合格率|准确率|完成率|达标率|合规率|上解率|规范率)$/u, /质量|质指/u],
  [/(成本|费用|单价|支出标准|控制数)$/u, /成本/u],
];

/** True where the name of an indicator speaks for another label of the second level than this one. */
export function speaksAgainst(name: string, label: string): boolean {
  const found = SUGGESTED.find(([pattern]) => pattern.test(bare(name)));
  return (
    found !== undefined && SUGGESTED.some(([, own]) => own.test(bare(label))) && !found[1].test(bare(label))
  );
}

/** Which indicator of the first level a label names, garbled prints included; null where unclear. */
export function firstLevelOf(text: string): string | null {
  const squeezed = bare(text);
  if (/产出|^产/u.test(squeezed)) return '产出指标';
  if (/满意|满度/u.test(squeezed)) return '满意度指标';
  if (/效益/u.test(squeezed)) return '效益指标';
  if (/成本/u.test(squeezed)) return '成本指标';
  return null;
}

const HEADER_TAIL =
  '名称|编码|编号|代码|科目|指标|指标值|目标值|完成值|完成率|执行率|预算|预算数|决算|决算数|执行数|金额|分值|得分|自评分|评分|权重|单位|备注|说明|内容|情况|序号|项目|类别|分类|目标|合计|小计|总计|总额|资金|拨款|性质|年度|姓名|职务|职称|签字|差额|差异|增减|增减额|增减率|偏离度|变化率|利用率|比例|比重|占比|原因|标准|依据|数量|单价|人数|次数|时间|日期|部门|负责人|原值|净值|行次|栏次|页码|标题|任务|收入|支出|结余|余额|类型|水平|措施|规格|型号|计量';
const HEADER = new RegExp(`^[^。；;，]{0,16}(${HEADER_TAIL})[%％]?([(（][^)）]*[)）])?$`, 'u');

/** True where the text reads like the head of a column in this field's tables. Indicator labels are never heads. */
export function isHeaderWord(text: string): boolean {
  const squeezed = bare(text);
  if (
    squeezed === '' ||
    isIndicatorLabel(squeezed) ||
    (squeezed.length <= 3 && isLabelPiece(squeezed)) ||
    /^[(（]?[一二三四五六七八九十]+[、)）]/u.test(squeezed)
  )
    return false;
  return HEADER.test(squeezed) || /^(19|20)\d\d年?度?$/u.test(squeezed);
}

/** True for rows that sum up: they never belong to the block of the row above. */
export const isTotalWord = (text: string): boolean =>
  /^(合计|总计|小计|总分|金额合计|.{0,12}(合计|总计))$/u.test(bare(text));
