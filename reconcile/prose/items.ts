import type { Reading } from '../../model/reading.ts';
import { classOfName } from '../../normalizers/codes/codes.ts';
import { onceFor } from '../../normalizers/once.ts';
import { type Mention, mentionsOf, type Passage, passagesOf } from './mention.ts';

/** One functional item of the prose: "…(类)…(款)…(项)(2080101)支出决算数为903.12万元". */
export interface FunctionalItem {
  readonly classLabel: string;
  readonly divisionLabel: string;
  readonly itemLabel: string;
  /** Seven digits, null where none is printed. */
  readonly code: string | null;
  readonly amount: Mention;
}

/** A class with its whole amount: "社会保障和就业(类)支出4961.95万元". */
export interface ClassTotal {
  readonly classLabel: string;
  /** Three digits, or null where the name belongs to no class. */
  readonly code: string | null;
  readonly amount: Mention;
}

export const ITEM =
  /([^,;。:()"]{2,24})\(类\)([^,;。:()"]{1,30}(?:\([^()类款项]*\)[^,;。:()"]{0,10})?)\(款\)([^,;。:"]{1,40}?)\(项\)"?:?(?:\((\d{7})\))?/gu;
const CLASS =
  /(?:^|[,;:、。])(?:\d+[.、])?([^,;。:()、]{2,24}?)(?:支出)?\(类\)(?:支出)?(?:决算数?)?(?:为)?$|(?:^|[,;:、。])([\u4e00-\u9fff]{4,20}支出)(?:\(类\))?(?:决算数?)?(?:为)?$/u;

const strip = (label: string): string => label.replace(/^[-\d.、()]+/u, '');

function itemsOf(passage: Passage): readonly FunctionalItem[] {
  return passage.sentences.flatMap((sentence) => {
    const matches = [...sentence.text.matchAll(ITEM)];
    const mentions = mentionsOf(sentence).filter((m) => m.role === 'amount' && m.fact.quantity.unit === '元');
    return matches.flatMap((match, i): readonly FunctionalItem[] => {
      const from = match.index + match[0].length;
      const until = matches[i + 1]?.index ?? sentence.text.length;
      const amount = mentions.find((m) => m.start >= from && m.start < until);
      if (amount === undefined) return [];
      return [
        {
          classLabel: strip(match[1] ?? ''),
          divisionLabel: match[2] ?? '',
          itemLabel: match[3] ?? '',
          code: match[4] ?? null,
          amount,
        },
      ];
    });
  });
}

/** The three-digit code of a class by its current or former name, with or without 支出; null where it names none. */
export const classCode = (label: string): string | null => classOfName(strip(label).replace(/^其中:?/u, ''));

function totalsOf(passage: Passage): readonly ClassTotal[] {
  return passage.mentions.flatMap((amount): readonly ClassTotal[] => {
    if (amount.role !== 'amount' || amount.fact.quantity.unit !== '元') return [];
    const match = CLASS.exec(amount.lead);
    const label = match?.[1] ?? match?.[2];
    if (label === undefined) return [];
    const code = classCode(label);
    return code === null ? [] : [{ classLabel: label, code, amount }];
  });
}

export interface Functional {
  readonly items: readonly FunctionalItem[];
  readonly totals: readonly ClassTotal[];
}

/** The functional items and class totals of the prose. */
export const functionalOf = onceFor((reading: Reading): Functional => {
  const passages = passagesOf(reading);
  return { items: passages.flatMap(itemsOf), totals: passages.flatMap(totalsOf) };
});
