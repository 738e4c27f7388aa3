import type { Layout } from '../../model/layout.ts';
import { flatten } from '../text/flat.ts';
import { LONGEST_LINE, NAMES_KIND, SENTENCE } from './cover.ts';

const YEAR = /(?<!\d)(20\d\d)年/gu;
/** A year that is not part of a date: reports are dated in the year after. */
const UNDATED = /(?<!\d)(20\d\d)年(?!\d{1,2}月)/gu;

const yearsIn = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map((match) => Number(match[1]));

function mostFrequent(years: readonly number[]): number | null {
  const counted = [...Map.groupBy(years, (year) => year)].map(([year, all]) => ({ year, count: all.length }));
  return counted.toSorted((a, b) => b.count - a.count || a.year - b.year)[0]?.year ?? null;
}

/** Headings and titles of tables that name one year, once each. */
function headingYears(layout: Layout, lines: readonly string[]): readonly number[] {
  const titles = layout.tables.flatMap(({ title }) => (title === null ? [] : [flatten(title.text).text]));
  return [...lines, ...titles]
    .filter((line) => line.length <= LONGEST_LINE && NAMES_KIND.test(line) && !SENTENCE.test(line))
    .map((line) => [...new Set(yearsIn(line, UNDATED))])
    .flatMap((years) => (years.length === 1 ? years : []));
}

/**
 * The year that a report is about: what its title or else its cover names; where neither does, what most of its headings
 * name; where none does, what is named most often, for sentences speak of the year before as well.
 * @param flat all paragraphs, flat; asked for only where they are needed
 */
export function yearOf(
  layout: Layout,
  title: string,
  cover: string,
  flat: () => readonly string[],
): number | null {
  const stated = yearsIn(title, UNDATED)[0] ?? yearsIn(cover, UNDATED)[0];
  if (stated !== undefined) return stated;
  const lines = flat();
  return (
    mostFrequent(headingYears(layout, lines)) ?? mostFrequent(lines.flatMap((line) => yearsIn(line, YEAR)))
  );
}
