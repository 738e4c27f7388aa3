import type { Layout } from '../../model/layout.ts';
import { numberingLevel } from '../prose/heading.ts';
import { flatten, squeeze } from '../text/flat.ts';

/** The first lines of a report, flat: what it says it is. */
export interface Cover {
  readonly lines: readonly string[];
  /** The title, put together where it stands on several lines, or null where the report begins without one. */
  readonly title: string | null;
}

const MOST_LINES = 6;
export const LONGEST_LINE = 60;
export const NAMES_KIND = /决算|预算|绩效|三公|报告/u;
const CONTENTS = /^目录/u;
export const SENTENCE = /[,;。]|\d(?:万元|元)/u;
/** What a title that was broken behind its kind goes on with. */
const CONTINUES =
  /^(?:自评|评价|公开|情况|编制)*(?:报告|说明|公开|表)$|^\((?:汇总|本级|本部|公开稿|\d{4}年度?)\)$/u;

function titleOf(lines: readonly string[], tables: ReadonlySet<string>): string | null {
  const end = lines.findIndex((line) => CONTENTS.test(line) || line.includes(':'));
  const front = end < 0 ? lines : lines.slice(0, end);
  const at = front.findIndex((line) => NAMES_KIND.test(line));
  const named = front[at];
  if (named === undefined || front.slice(0, at + 1).some((line) => numberingLevel(line) !== null))
    return null;
  // The title of the first table is the report's own only where the report is that form.
  if (tables.has(squeeze(named)) && !/绩效/u.test(named)) return null;
  const next = front[at + 1];
  return front.slice(0, next !== undefined && CONTINUES.test(next) ? at + 2 : at + 1).join('');
}

/** Reads the cover, as far as it goes before the first sentence. */
export function readCover(layout: Layout): Cover {
  const lines = layout.paragraphs
    .slice(0, MOST_LINES)
    .map((paragraph) => flatten(paragraph.text).text)
    .filter((line) => line.length > 0 && line.length <= LONGEST_LINE && !SENTENCE.test(line));
  const tables = new Set(layout.tables.flatMap(({ title }) => (title === null ? [] : [squeeze(title.text)])));
  return { lines, title: titleOf(lines, tables) };
}
