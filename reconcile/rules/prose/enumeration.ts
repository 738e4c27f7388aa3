import type { Reading } from '../../../model/reading.ts';
import { Interval } from '../../interval.ts';
import { type Mention, passagesOf } from '../../prose/mention.ts';
import type { StatementDraft } from '../../rule.ts';
import { judge } from '../../statement.ts';

/** Between a count and its list stand a noun and a mark: "8个内设机构:", "4个,分别是", "4个(甲、乙)". */
const INTRODUCES = /^[^,;。:()、\d]{0,16}(?:(?:,|:)?(?:分别(?:是|为)|即):?|:|\()/u;
const MOST_ITEMS = 40;
const LONGEST_ITEM = 26;
/** Words that make a clause of an item, or leave the list open. */
const NO_NAME = /等$|等[,。;]|其中|主要|负责|开展|比|增加|减少|[%\d]/u;

interface Enumeration {
  readonly count: Mention;
  readonly names: readonly string[];
}

function listAt(text: string, from: number): readonly string[] | null {
  const marked = INTRODUCES.exec(text.slice(from));
  if (marked === null) return null;
  const begin = from + marked[0].length;
  const bracketed = marked[0].endsWith('(');
  const rest = text.slice(begin);
  const plain = bracketed ? (rest.split(')')[0] ?? '') : rest.replace(/\([^()]*\)/gu, '');
  const list = plain.split(bracketed ? /[;。]/u : /[;。]|,(?=[^、]*$)/u)[0] ?? '';
  const names = list.split('、').map((name) => name.replace(/\([^()]*\)/gu, ''));
  const named =
    names.length >= 2 &&
    names.every(
      (name) => name.length >= 2 && name.length <= LONGEST_ITEM && !NO_NAME.test(name) && !/[,:]/u.test(name),
    );
  return named ? names : null;
}

function enumerationsOf(reading: Reading): readonly Enumeration[] {
  return passagesOf(reading).flatMap(({ mentions }) =>
    mentions.flatMap((count): readonly Enumeration[] => {
      const { value, scale, unit } = count.fact.quantity;
      if (
        count.role !== 'amount' ||
        !/^(?:个|家|项|名|类|处|所|辆)$/u.test(unit) ||
        !scale.eq(1) ||
        value.gt(MOST_ITEMS)
      )
        return [];
      const names = listAt(count.sentence.text, count.end);
      return names === null ? [] : [{ count, names }];
    }),
  );
}

/** 甲、乙和丙: the last name may hold two; then both counts are possible and the announced one is believed. */
function possibleCounts(names: readonly string[]): readonly number[] {
  const joined = /[\u4e00-\u9fff]{2,}(?:和|及|与)[\u4e00-\u9fff]{2,}/u.test(names.at(-1) ?? '') ? 1 : 0;
  return joined === 0 ? [names.length] : [names.length, names.length + 1];
}

/** The part of R-60-01 that counts the names behind a number; a warning, since a name can hold a mark of its own. */
export const enumerationStatements = (reading: Reading): readonly StatementDraft[] =>
  enumerationsOf(reading).map(({ count, names }) => {
    const counts = possibleCounts(names);
    const found = counts.find((n) => count.fact.quantity.value.eq(n)) ?? names.length;
    return judge(
      {
        rule: 'R-60-01',
        kind: 'count',
        stated: count.fact,
        operands: [],
        severity: 'warning',
        statedTotal: true,
        parameters: { template: 'list', count: String(found) },
      },
      Interval.point(found),
    );
  });
