import { squeeze } from '../text/flat.ts';
import data from './codes.json' with { type: 'json' };

/** 功能分类 (201…234), 部门预算经济分类 (301…399) and 政府预算经济分类 (501…599). */
export type CodeScheme = 'functional' | 'economic' | 'government-economic';

/** An account code in one of its uses: a code that was given up stands beside the one that took its place. */
export interface AccountCode {
  readonly scheme: CodeScheme;
  readonly code: string;
  readonly name: string;
  /** `known-check` entries are plausible but unverified: no error may rest on them. */
  readonly confidence: 'seen' | 'known' | 'known-check';
  /** Fiscal years in which the code stands, null where open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly formerNames: readonly {
    readonly name: string;
    readonly from: number | null;
    readonly to: number | null;
  }[];
}

export const ACCOUNT_CODES = data.codes as readonly AccountCode[];

const byCode = Map.groupBy(ACCOUNT_CODES, (entry) => entry.code);
const byName = Map.groupBy(
  ACCOUNT_CODES.flatMap((entry) =>
    [entry.name, ...entry.formerNames.map((former) => former.name)].map((name) => ({
      key: squeeze(name),
      entry,
    })),
  ),
  ({ key }) => key,
);

/** Every use of a code, those still in use first; empty where the code is unknown. */
export const usesOf = (code: string): readonly AccountCode[] =>
  [...(byCode.get(code) ?? [])].sort((a, b) => Number(a.to !== null) - Number(b.to !== null));

/** The current name of a code (its last one, where it was given up), or null where it is unknown. */
export const nameOf = (code: string): string | null => usesOf(code)[0]?.name ?? null;

/** Every name that a code has or had, the current one first. */
export const namesOf = (code: string): readonly string[] =>
  usesOf(code).flatMap((entry) => [entry.name, ...entry.formerNames.map((former) => former.name)]);

/** The codes that carry, or carried, a name (spaces and width are ignored). */
export const codesOfName = (name: string, scheme: CodeScheme): readonly string[] => [
  ...new Set(
    (byName.get(squeeze(name)) ?? [])
      .filter(({ entry }) => entry.scheme === scheme)
      .map(({ entry }) => entry.code),
  ),
];

/** The code that carries a name, or null where none does or several do (行政运行 stands under every division). */
export function codeOfName(name: string, scheme: CodeScheme): string | null {
  const [only, ...others] = codesOfName(name, scheme);
  return only !== undefined && others.length === 0 ? only : null;
}

/** The class (208 …) that a name is the name of, with or without 支出 at its end; null where it is none. */
export function classOfName(name: string): string | null {
  const full = name.endsWith('支出') ? name : `${name}支出`;
  const [only, ...others] = codesOfName(full, 'functional').filter(({ length }) => length === 3);
  return only !== undefined && others.length === 0 ? only : null;
}

/** 3 digits are a class (类), 5 a division (款), 7 an item (项); null for anything else. */
export function levelOfCode(code: string): 'class' | 'division' | 'item' | null {
  if (!/^\d+$/u.test(code)) return null;
  return ({ 3: 'class', 5: 'division', 7: 'item' } as const)[code.length] ?? null;
}

/** The class (first three digits) of a code, or null where the text is no code of 3, 5 or 7 digits. */
export const classOf = (code: string): string | null =>
  levelOfCode(code) === null ? null : code.slice(0, 3);

/** The code one level up (2080505 → 20805 → 208), null for a class or for no code. */
export const parentOf = (code: string): string | null =>
  levelOfCode(code) === null || code.length === 3 ? null : code.slice(0, -2);
