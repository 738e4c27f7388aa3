import type { FactKeys, Fund } from '../../model/keys.ts';
import type { Fact, Reading, Sentence } from '../../model/reading.ts';
import { classOfName, codesOfName } from '../codes/codes.ts';
import { printedAccount } from './account.ts';
import { keysFrom } from './facts.ts';
import { bareLabel, fundOfWords, isFundless, metricOfWords } from './vocabulary.ts';

/** A label that says how an amount changed, or what is left of it, is not one of the amount. */
const RELATED = /[增减]|上升|下降|提高|降低|节约|压缩|结余|结转|差|占|比|其中|较|高于|低于|超/u;
/** 市本级 and the like are a part of the entity. */
const OWN_PART = /市本级|县本级|区本级|局机关|所属|下属/u;
const YUAN = '元';

const isAmount = ({ quantity }: Fact): boolean =>
  quantity.unit === YUAN && !quantity.approximate && quantity.bound === null;

/** A functional item as the text names it, before its amounts: 教育支出(类)职业教育(款)高等职业教育(项)(2050305). */
const ITEM =
  /([^,;。:()"]{2,24})\(类\)([^,;。:()"]{1,30}?)\(款\)(?:([^,;。:"()]{1,40}?)\(项\))?"?:?(?:\((\d{5}|\d{7})\))?/gu;

const below = (name: string, parent: string, length: number): string | null => {
  const [only, ...others] = codesOfName(name, 'functional').filter(
    (code) => code.length === length && code.startsWith(parent),
  );
  return only !== undefined && others.length === 0 ? only : null;
};

/** The code that is printed, where it is that of the names before it; else the one that the three names lead to. */
function itemCode(match: RegExpExecArray): string | null {
  const [, className = '', division = '', item, printed] = match;
  const ofClass = classOfName(className.replace(/^[-\d.、()]+/u, ''));
  if (printed !== undefined) {
    const name = printed.length === 7 ? (item ?? '') : division;
    const code = printedAccount({ code: printed, name })?.functionCode ?? null;
    return ofClass === null || code?.startsWith(ofClass) === true ? code : null;
  }
  const parent = ofClass === null ? null : below(division, ofClass, 5);
  return parent === null || item === undefined ? parent : below(item, parent, 7);
}

interface Named {
  readonly from: number;
  readonly code: string | null;
}

/** Amounts behind an item that state it: its budget and its final account, not how it changed. */
const STATES = /^[^,;。]*(?:决算数?|预算数?|支出数?|安排|执行数?)?(?:为|是)?$/u;

function itemOf(fact: Fact, sentence: Sentence, items: readonly Named[]): string | null {
  if (fact.origin.kind !== 'prose') return null;
  const { start } = fact.origin;
  const named = items.findLast(({ from }) => from <= start);
  if (named === undefined || named.code === null) return null;
  const first = sentence.facts.find(
    (other) => other.origin.kind === 'prose' && other.origin.start >= named.from && isAmount(other),
  );
  const lead = sentence.text.slice(named.from, start);
  return first === fact && STATES.test(lead) && !RELATED.test(lead) ? named.code : null;
}

/** A numbered line with an amount in it is an item of a list, and says nothing of the lines below it. */
const isHeading = (line: string): boolean => !/\d[万亿]?元/u.test(line);
/** "三、支出决算情况说明": a section on all money, for those on one fund name it. */
const ALL_MONEY =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))?(?:(?:19|20)\d\d年度?)?(?:部门|单位)?(?:收入支出|收支|收入|支出)(?:预算|决算)(?:收支)?(?:总体|总)?(?:情况)?(?:的?说明)?$/u;

/** Whose money a sentence is about: what its own words name, else what the nearest heading above names. */
function fundOf(label: string, sentence: Sentence): Fund | null {
  const headings = sentence.headings.filter(isHeading).toReversed();
  for (const words of [label, sentence.text.split(/\d/u)[0] ?? '', ...headings]) {
    const fund = fundOfWords(words);
    if (fund !== null) return fund;
    if (headings.includes(words) && ALL_MONEY.test(words)) return 'all';
  }
  return null;
}

function keysIn(sentence: Sentence, entity: string | null): readonly (readonly [string, FactKeys])[] {
  const amounts = sentence.facts.filter(isAmount);
  if (amounts.length === 0) return [];
  const items: readonly Named[] = [...sentence.text.matchAll(ITEM)].map((match) => ({
    from: match.index + match[0].length,
    code: itemCode(match),
  }));
  return amounts.flatMap((fact) => {
    const functionCode = itemOf(fact, sentence, items);
    const metric =
      functionCode !== null
        ? 'expenditure'
        : RELATED.test(fact.label) || OWN_PART.test(fact.label)
          ? null
          : metricOfWords(bareLabel(fact.label, entity));
    if (metric === null) return [];
    const fund = isFundless(metric) ? null : fundOf(fact.label, sentence);
    const keys = keysFrom({ metric, fund, functionCode, economicCode: null });
    return keys === null ? [] : [[fact.id, keys] as const];
  });
}

/**
 * The keys of amounts in prose whose own words name a metric, or that follow the name of a functional item. Amounts whose
 * words only say 决算数 are left out: what they are of would have to be guessed.
 */
export const proseKeys = (reading: Reading): readonly (readonly [string, FactKeys])[] =>
  reading.sentences.flatMap((sentence) => keysIn(sentence, reading.profile.entity));
