import type { RowLabel } from '../../model/reading.ts';
import { classOfName, codeOfName, namesOf, usesOf } from '../codes/codes.ts';
import { dice } from '../text/dice.ts';
import { squeeze } from '../text/flat.ts';

/** The account that a row is of. */
export interface Account {
  readonly functionCode: string | null;
  readonly economicCode: string | null;
}

const FUNCTION = /^2\d{2}(?:\d{2}){0,2}$/u;
const ECONOMIC = /^[35]\d{2}(?:\d{2})?$/u;

const isKnown = (code: string): boolean => usesOf(code.slice(0, 3)).length > 0;

const ALIKE = 0.5;
/** 费, 支出, 补助 … end names that differ in nothing else from year to year. */
const stem = (name: string): string => squeeze(name).replace(/(?:费用?|支出|经费|补助|补贴|资金)+$/u, '');

/**
 * True where a name can be that of a code: it is one of its names, or much like one. Some reports number their own items on
 * from an official code, and a code may be of the row above or below. Of a code that the book here does not hold, and
 * where no name is printed, nothing speaks against it.
 */
function isNamed(code: string, name: string): boolean {
  const names = namesOf(code).map(stem);
  const printed = stem(name);
  if (names.length === 0 || printed === '') return true;
  return names.some(
    (known) => known.includes(printed) || printed.includes(known) || dice(known, printed) >= ALIKE,
  );
}

/**
 * The account that a row's printed code names. Codes tell themselves what they are: 2… is a function, 3… and 5… an
 * economic item. Null where its class is unknown, or the name beside it is another one's.
 */
export function printedAccount({ code, name }: Pick<RowLabel, 'code' | 'name'>): Account | null {
  if (code === null || !isKnown(code) || !isNamed(code, name)) return null;
  if (FUNCTION.test(code)) return { functionCode: code, economicCode: null };
  return ECONOMIC.test(code) ? { functionCode: null, economicCode: code } : null;
}

/**
 * The account of a row without a code, by its name: of functions only a class, for the names of items are shared and the
 * code book here does not hold all of them; of economic items any whose name is its own.
 */
export function namedAccount({ code, name }: RowLabel, codes: 'function' | 'economic'): Account | null {
  if (code !== null) return null;
  if (codes === 'function') {
    const functionCode = classOfName(name);
    return functionCode === null ? null : { functionCode, economicCode: null };
  }
  const economicCode = codeOfName(name, 'economic');
  return economicCode === null ? null : { functionCode: null, economicCode };
}
