import type { Quantity } from '../../../model/quantity.ts';

/** How a target binds: a least, a most, an exact number, or (printed without a sign) whatever its indicator is about. */
export type Sense = 'least' | 'most' | 'equal' | 'plain';

/** Indicators of which less is better, or not known to be worse. */
const LESS_IS_BETTER =
  /成本|费用|经费|支出|投入|价格|单价|预算|资金|投诉|事故|差错|错误|故障|逾期|延误|时限|天数|时间|时长|周期|减少|降低|下降|控制|压减|死亡|伤亡|隐患|污染|排放|能耗|偏离|超/u;

/** The sense that a sign states; null for a qualitative indicator and for anything else. */
export function senseOf(sign: string): Sense | null {
  if (/^(?:≥|>|>=|不低于|不少于|大于等于|大于)$/u.test(sign)) return 'least';
  if (/^(?:≤|<|<=|不超过|不高于|小于等于|小于)$/u.test(sign)) return 'most';
  if (/^(?:=|等于)$/u.test(sign)) return 'equal';
  return sign === '' ? 'plain' : null;
}

/** The two printed numbers in one unit; null where the units differ, or a share of 1 stands against per cent. */
function inOneUnit(
  target: Quantity,
  actual: Quantity,
): readonly [Quantity['value'], Quantity['value']] | null {
  if (target.unit === actual.unit) return [target.value, actual.value];
  if (target.unit !== '' && actual.unit !== '') return null;
  const printed = [target.value.div(target.scale), actual.value.div(actual.scale)] as const;
  const share = (target.unit === '%' && printed[1].lte(1)) || (actual.unit === '%' && printed[0].lte(1));
  return share ? null : printed;
}

/**
 * Whether a result misses its target; null where that cannot be said. `>` counts as ≥, which print often loses a
 * stroke of; a number over an exact target is no miss, and neither is less of what should be little.
 */
export function isUnmet(target: Quantity, actual: Quantity, sense: Sense, indicator: string): boolean | null {
  if (target.approximate || actual.approximate || actual.bound !== null) return null;
  const numbers = inOneUnit(target, actual);
  if (numbers === null) return null;
  const [wanted, reached] = numbers;
  if (sense === 'most') return reached.gt(wanted);
  if (sense !== 'least' && LESS_IS_BETTER.test(indicator)) return null;
  return reached.lt(wanted);
}
