import type { Profile } from '../../model/reading.ts';
import {
  isWithin,
  namesAround,
  namesAt,
  type Region,
  regionsNamed,
  SHORT_PROVINCES,
} from '../codes/regions.ts';

/** A chain of region names as printed (上海市普陀区), and what its last name can stand for. */
interface Chain {
  readonly text: string;
  readonly candidates: readonly Region[];
}

/** 市场, 区域, 县级: words that go on where a name would end. */
const GOES_ON = /市场$|区[域划块间别]$|县[级域]$/u;
const isWord = (text: string, end: number): boolean => GOES_ON.test(text.slice(end - 1, end + 1));
/** 城区 and 郊区 are regions, and words: at the beginning of a chain they say nothing. */
const isWeak = (name: string): boolean => name.length === 2 && name.endsWith('区');

function step(text: string, at: number, inside: readonly Region[] | null): Chain | null {
  for (const name of namesAt(text, at)) {
    if (isWord(text, at + name.length) || (inside === null && isWeak(name))) continue;
    const found = regionsNamed(name).filter(
      (region) => inside === null || inside.some((outer) => isWithin(region, outer)),
    );
    if (found.length > 0) return { text: name, candidates: found };
  }
  return null;
}

/** 四川 in front of 遂宁市: a province without its 省 counts only before a region of its own. */
function shortProvince(text: string, at: number): Chain | null {
  for (const [name, region] of SHORT_PROVINCES) {
    if (!text.startsWith(name, at)) continue;
    const next = step(text, at + name.length, [region]);
    if (next !== null) return { text: name, candidates: [region] };
  }
  return null;
}

function chainAt(text: string, at: number): Chain | null {
  let chain = step(text, at, null) ?? shortProvince(text, at);
  for (let next = chain; chain !== null && next !== null; ) {
    next = step(text, at + chain.text.length, chain.candidates);
    if (next !== null) chain = { text: chain.text + next.text, candidates: next.candidates };
  }
  return chain;
}

const SHORTEST_INSIDE = 3;

/** The chain that a text begins with, else the first one inside it (中共江苏省委): there short names are too often words. */
function chainIn(text: string): Chain | null {
  const first = chainAt(text, 0);
  if (first !== null) return first;
  for (let at = 1; at < text.length; at++) {
    const chain = chainAt(text, at);
    if (chain !== null && chain.text.length >= SHORTEST_INSIDE) return chain;
  }
  return null;
}

const distinct = (regions: readonly Region[]): readonly Region[] => [
  ...new Map(regions.map((region) => [region.code, region])).values(),
];

/** Those that had the name in the year of the report, else all; of several, those that still have it. */
function inForce(regions: readonly Region[], year: number | null): readonly Region[] {
  const then = regions.filter(
    ({ from, to }) => year === null || ((from === null || year >= from) && (to === null || year <= to)),
  );
  const possible = distinct(then.length > 0 ? then : regions);
  const now = possible.filter(({ to }) => to === null);
  return now.length > 0 ? now : possible;
}

/** Of several regions of one name, the one whose prefecture, or else whose province, the report names as that of no other. */
function borneOut(regions: readonly Region[], lines: readonly string[]): Region | null {
  const named = (names: readonly string[]) => lines.some((line) => names.some((name) => line.includes(name)));
  for (const level of ['prefecture', 'province'] as const) {
    const [only, ...others] = regions.filter((region) => named(namesAround(region)[level]));
    if (only !== undefined) return others.length === 0 ? only : null;
  }
  return null;
}

const SPELLED =
  /^(?:中国共产党|中共)?(([\u4e00-\u9fff]{2,6}?(?:省|自治区))?([\u4e00-\u9fff]{2,8}?[市州])?([\u4e00-\u9fff]{1,6}?[县区旗])?)/u;
const NO_REGION = /[社园校院小景库灾林牧矿学辖]区$|(?:开发|保护|管理|示范|合作|工业)区$|城市$/u;

/** The region that a name spells though no code is known for it: an invented or a recent one. */
function spelledIn(entity: string): string | null {
  const spelled = SPELLED.exec(entity)?.[1] ?? '';
  return spelled.length < 3 || NO_REGION.test(spelled) ? null : spelled;
}

/**
 * The region that a report is of, by the name of its entity, else by its first lines; its code is that of GB/T 2260, of the
 * smallest province, prefecture or county that is named. Null where none is, or where the name is that of several and
 * nothing in the report tells which.
 * @param lines every line of the report, flat
 */
export function regionOf(
  entity: string | null,
  cover: readonly string[],
  lines: () => readonly string[],
  year: number | null,
): Pick<Profile, 'region' | 'regionCode'> {
  const own = entity === null ? null : chainIn(entity);
  const spelled = entity === null || own !== null ? null : spelledIn(entity);
  if (spelled !== null) return { region: spelled, regionCode: null };
  const chain = own ?? cover.map(chainIn).find((found) => found !== null) ?? null;
  if (chain === null) return { region: null, regionCode: null };
  const possible = inForce(chain.candidates, year);
  const [only, ...others] = possible;
  const region = others.length === 0 ? only : borneOut(possible, lines());
  return { region: chain.text, regionCode: region?.code ?? null };
}
