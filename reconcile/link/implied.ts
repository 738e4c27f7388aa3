import type { ImpliedFact } from '../../model/link.ts';
import type { Fact, Reading } from '../../model/reading.ts';
import { keysOf } from '../../normalizers/keys/keys.ts';
import { changesOf } from '../rules/prose/change.ts';

/** 与2023年度相比, 比上年, 较去年预算数, 同比: what a change is measured against. */
const COMPARED =
  /(?:与|和|同)([^,;。]{1,24}?)(?:相比|比较|对比)|(?:(?<![占对])比|较|相较于?)([^,;。占重例]{1,20}?)(?=各|净|同比|有所|略有|[增减]|上升|下降|提高|降低|,)|(同比)/gu;
const YEAR = /((?:19|20)\d\d)年/u;
const LAST_YEAR = /上一?年|去年|同比/u;
const BUDGET = /预算(?!执行)/u;

/** What a change is measured against: the last comparison before it. */
function comparedWith(words: string): string | null {
  const last = [...words.matchAll(COMPARED)].at(-1);
  return last === undefined ? null : (last[1] ?? last[2] ?? last[3] ?? null);
}

const PLANNED: ReadonlySet<Fact['phase']> = new Set(['initial', 'adjusted', 'plan']);

function periodOf(
  words: string,
  current: Fact,
  reading: Reading,
): Pick<ImpliedFact, 'year' | 'phase'> | null {
  const { year, kind } = reading.profile;
  if (year === null) return null;
  const printed = YEAR.exec(words)?.[1];
  if (printed === undefined && !LAST_YEAR.test(words)) return null;
  const past = printed === undefined ? year - 1 : Number(printed);
  if (BUDGET.test(words)) return { year: past, phase: 'initial' };
  // A plan that is only said to be above 上年 may be above the plan or the result of that year.
  const planned = kind === 'budget' || PLANNED.has(current.phase);
  const result = !planned || /决算/u.test(words);
  return result && past < year ? { year: past, phase: 'final' } : null;
}

/**
 * The amounts of earlier years that the text implies: a current amount with a metric, less a change that says what it is
 * measured against. What is printed beside them is left to the rules within the report.
 */
export function impliedFacts(reading: Reading): readonly ImpliedFact[] {
  const keys = keysOf(reading);
  return changesOf(reading).flatMap(({ current, difference, prior }): readonly ImpliedFact[] => {
    if (current === null || difference === null || prior !== null || difference.direction === 0) return [];
    const { quantity } = difference.fact;
    const exact = !quantity.approximate && quantity.bound === null;
    if (!exact || keys.get(current.fact.id)?.metric === undefined) return [];
    const compared = comparedWith(difference.sentence.text.slice(0, difference.start));
    const period = compared === null ? null : periodOf(compared, current.fact, reading);
    if (period === null) return [];
    return [{ current: current.fact.id, change: difference.fact.id, sign: difference.direction, ...period }];
  });
}
