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

/** The bare names by which others can mean the item. */
function namesOf(item: ExplainedItem): readonly string[] {
  const own = isGeneric(item.itemLabel) ? [fullName(item)] : [fullName(item), item.itemLabel];
  return own.map(bare);
}

/** True where words could be about an item, by its class, division or own name. */
const concerns = (item: ExplainedItem, words: string): boolean =>
  ownWords(item).includes(words) || (!isGeneric(item.itemLabel) && words.includes(bare(item.itemLabel)));

const grams = (text: string, size: number): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - size + 1) }, (_, i) => text.slice(i, i + size));
const shares = (a: string, b: string, size: number): boolean =>
  grams(bare(a), size).some((gram) => b.includes(gram));

/** The items of a list by what others can take from them; of items with the same words, the first. */
interface Index {
  readonly byName: ReadonlyMap<string, readonly ExplainedItem[]>;
  /** By their purpose, those whose own name is in it. */
  readonly byPurpose: ReadonlyMap<string, readonly ExplainedItem[]>;
}

const firsts = (items: readonly ExplainedItem[]): readonly ExplainedItem[] =>
  [...Map.groupBy(items, ownWords).values()].flatMap(([first]) => first ?? []);

function indexOf(items: readonly ExplainedItem[]): Index {
  const named = firsts(items).flatMap((item) => namesOf(item).map((name) => ({ name, item })));
  const byName = Map.groupBy(named, ({ name }) => name);
  const fitting = items.filter(({ purpose, itemLabel }) => shares(purpose?.text ?? '', itemLabel, 3));
  const byPurpose = Map.groupBy(fitting, ({ purpose }) => purpose?.text ?? '');
  return {
    byName: new Map([...byName].map(([name, all]) => [name, all.map(({ item }) => item)])),
    byPurpose: new Map([...byPurpose].map(([text, all]) => [text, firsts(all)])),
  };
}

const otherThan = (item: ExplainedItem, items: readonly ExplainedItem[] = []): ExplainedItem | undefined =>
  items.find((other) => ownWords(other) !== ownWords(item));

/** The other item whose name stands where the item's own purpose belongs, or whose purpose was taken over whole. */
function purposeOf(item: ExplainedItem, { byName, byPurpose }: Index): ExplainedItem | undefined {
  const text = item.purpose?.text ?? '';
  const words = bare(text);
  if (words === '' || concerns(item, words)) return undefined;
  const named = otherThan(item, byName.get(words));
  if (named !== undefined || words.length < SHORTEST_PURPOSE) return named;
  // The same words fit the other item by its name, and this one by nothing in its.
  return shares(text, ownWords(item).replace(/支出/gu, '|'), 2)
    ? undefined
    : otherThan(item, byPurpose.get(text));
}

const reasonName = (item: ExplainedItem): string =>
  bare(NAMED_REASON.exec(item.reason?.text ?? '')?.[1] ?? '');

function reasonOf(item: ExplainedItem, { byName }: Index): ExplainedItem | undefined {
  const words = reasonName(item);
  return words === '' || concerns(item, words) ? undefined : otherThan(item, byName.get(words));
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
  const manner = items.filter((item) => namesOf(item).includes(reasonName(item))).length >= FEWEST_OWN;
  const index = indexOf(items);
  return items.flatMap((item): readonly Remark[] => {
    const purpose = purposeOf(item, index);
    if (purpose !== undefined && item.purpose !== null)
      return [remark(item.purpose.sentence, item, purpose, 'copied-purpose')];
    const reason = manner ? reasonOf(item, index) : undefined;
    return reason === undefined || item.reason === null
      ? []
      : [remark(item.reason.sentence, item, reason, 'copied-reason')];
  });
}
