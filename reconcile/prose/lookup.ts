import type { Mention, Passage } from './mention.ts';
import { metricOf } from './name.ts';

/** Words that a named base may carry besides its name. */
const bare = (text: string): string =>
  text
    .replace(/(?:19|20)\d\d年度?|本年度?|当年|本部门|本单位|我[局单位]|全部|["'*]/gu, '')
    .replace(/(?:支出决算|决算|数额|总额)?(?:中|里)?(?:的)?$/u, '')
    .trim();

/** True where a label is the named base: the same words, or the same metric with the same kind of total. */
export function names(label: string, base: string): boolean {
  const [a, b] = [bare(label), bare(base)];
  if (a === '' || b === '') return false;
  if (a === b || a.endsWith(b)) return true;
  const [x, y] = [metricOf(a), metricOf(b)];
  return x !== '' && x === y && /收入/u.test(a) === /收入/u.test(b) && /支出/u.test(a) === /支出/u.test(b);
}

/** "检察(款):2018年预算支出合计…" is the total of that division, whatever its label says. */
const partial = (mention: Mention): boolean =>
  /\([类款项]\)/u.test(mention.sentence.text.slice(0, mention.start));

/** The amounts that a phrase names: the nearest one before the given place, and the nearest one behind it. */
export function amountsNamed(
  passages: readonly Passage[],
  base: string,
  near: Mention,
): { readonly before: Mention | null; readonly after: Mention | null } {
  let before: Mention | null = null;
  let after: Mention | null = null;
  let seen = false;
  for (const passage of passages) {
    for (const mention of passage.mentions) {
      if (mention === near) seen = true;
      else if (
        mention.role === 'amount' &&
        names(mention.fact.label, base) &&
        sameYear(mention, near) &&
        !partial(mention)
      ) {
        if (!seen) before = mention;
        else after ??= mention;
      }
    }
  }
  return { before, after };
}

const sameYear = (a: Mention, b: Mention): boolean =>
  a.fact.year === null || b.fact.year === null || a.fact.year === b.fact.year;
