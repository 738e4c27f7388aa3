/** Words that say which print of a metric it is, not which metric. */
const PHASE_WORDS =
  /(?:年初|全年|年度|调整后?|本年度?|当年|上年度?|去年|(?:19|20)\d\d年度?|财政拨款|支出|经费|费用?|决算|预算|执行|安排|总?数|总额|合计|总计|金额|情况|实际|完成)/gu;

/** The metric that a label names, without phase and bookkeeping words ("公务接待费支出决算" → 公务接待). */
export const metricOf = (label: string): string =>
  label
    .replace(/["'*“”()、\s]/gu, '')
    .replace(PHASE_WORDS, '')
    .replace(/的/gu, '');

/** True where one label's metric holds the other's. Two labels without any metric word are alike only when equal. */
export function alike(a: string, b: string): boolean {
  const [x, y] = [metricOf(a), metricOf(b)];
  if (x === '' || y === '') return x === y && (a.includes(b) || b.includes(a));
  return x.includes(y) || y.includes(x);
}
