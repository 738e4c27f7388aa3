import type { Reading, Sentence } from '../../../model/reading.ts';
import { codesOfName } from '../../../normalizers/codes/codes.ts';
import { type ExplainedItem, explainedItems } from '../../prose/explained.ts';
import type { Remark } from '../../rule.ts';

/** Words that a purpose or a reason carries besides the name of what it is about. */
const AROUND = /^(?:支付|缴纳|发放|安排|用于|单位)+|(?:等|方面|的|项目|专项|支出|经费|费用|资金)+$/gu;
const bare = (text: string): string => text.replace(/["'()]/gu, '').replace(AROUND, '');
/** "住房公积金经费增加": a reason that is the name of an item and a direction, nothing else. */
const NAMED_REASON = /^([^,、和及与]{2,40}?)(?:有所|略有|相应)?(?:增加|减少|增长|下降|保持不变|不变|调整)$/u;
/** So many reasons that name their own item make it the manner of the list, and one that names another a copy. */
const FEWEST_OWN = 2;
const SHORTEST_PURPOSE = 5;

/** 行政运行 stands under every division: alone it names no item. */
function isGeneric(name: string): boolean {
  const divisions = codesOfName(name, 'functional').map((code) => code.slice(0, 5));
  return new Set(divisions).size > 1;
}

const fullName = (item: ExplainedItem): string => `${item.divisionLabel}${item.itemLabel}`;
const ownWords = (item: ExplainedItem): string => `${item.classLabel}${fullName(item)}`;

function names(item: ExplainedItem, words: string): boolean {
  const own = isGeneric(item.itemLabel) ? [fullName(item)] : [fullName(item), item.itemLabel];
  return own.some((name) => bare(name) === words);
}

/** True where words could be about an item, by its class, division or own name. */
const concerns = (item: ExplainedItem, words: string): boolean =>
  ownWords(item).includes(words) || (!isGeneric(item.itemLabel) && words.includes(bare(item.itemLabel)));

const grams = (text: string, size: number): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(i, i + size));
const shares = (a: string, b: string, size: number): boolean =>
  grams(bare(a), size).some((gram) => b.includes(gram));

/** The other item whose name stands where the item's own purpose belongs, or whose purpose was taken over whole. */
function purposeOf(item: ExplainedItem, others: readonly ExplainedItem[]): ExplainedItem | undefined {
  const text = item.purpose?.text ?? '';
  const words = bare(text);
  if (words === '' || concerns(item, words)) return undefined;
  const named = others.find((other) => names(other, words));
  if (named !== undefined || words.length < SHORTEST_PURPOSE) return named;
  // The same words fit the other item by its name, and this one by nothing in its.
  return others.find(
    (other) =>
      other.purpose?.text === text &&
      shares(text, other.itemLabel, 3) &&
      !shares(text, ownWords(item).replace(/支出/gu, '|'), 2),
  );
}

const reasonName = (item: ExplainedItem): string =>
  bare(NAMED_REASON.exec(item.reason?.text ?? '')?.[1] ?? '');

function reasonOf(item: ExplainedItem, others: readonly ExplainedItem[]): ExplainedItem | undefined {
  const words = reasonName(item);
  return words === '' || concerns(item, words) ? undefined : others.find((other) => names(other, words));
}

function remark(
  sentence: Sentence,
  item: ExplainedItem,
  from: ExplainedItem,
  template: 'copied-purpose' | 'copied-reason',
): Remark {
  const shown = ({ itemLabel, divisionLabel }: ExplainedItem) => `${divisionLabel}（款）${itemLabel}（项）`;
  return {
    rule: 'R-80-05',
    severity: 'warning',
    place: sentence.place,
    quote: sentence.text.slice(0, 120),
    template,
    parameters: { item: shown(item), from: shown(from) },
    subject: `${template}${ownWords(item)}`,
    facts: [],
  };
}

/** Items whose purpose or reason speaks of another item of the list (part of R-80-05). */
export function copiedItems(reading: Reading): readonly Remark[] {
  const items = explainedItems(reading);
  const manner = items.filter((item) => names(item, reasonName(item))).length >= FEWEST_OWN;
  return items.flatMap((item): readonly Remark[] => {
    const others = items.filter((other) => ownWords(other) !== ownWords(item));
    const purpose = purposeOf(item, others);
    if (purpose !== undefined && item.purpose !== null)
      return [remark(item.purpose.sentence, item, purpose, 'copied-purpose')];
    const reason = manner ? reasonOf(item, others) : undefined;
    return reason === undefined || item.reason === null
      ? []
      : [remark(item.reason.sentence, item, reason, 'copied-reason')];
  });
}
