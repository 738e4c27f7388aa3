import type { Phase } from '../../model/reading.ts';

/** Where a label begins at the latest: behind a clause mark or an opening parenthesis. */
const CLAUSE_MARK = /[,;:。!?(]/u;
const LEADING =
  /^(?:[、,;:.)"'*-]+|其中[:,]?|主要(?:用于|是|为|包括)?|分别(?:是|为)?|包括|具体为|[一二三四五六七八九十]+是|\d{1,2}[.、)]|(?:[和及并]|与(?!(?:上年|去年|上一年|(?:19|20)\d\d))|同时|其(?![他它余]))(?=\S{2}))/u;
const TRAILING =
  /(?:分别为|分别是|均为|均是|共计|达到了?|到达|保持在|维持在|达|约为|约|近|仅为|仅|为|是|共有|共计有|(?<!公)共|各|(?<![合总共])计|有|了|:|超过|不超过|不低于|不少于|未达到|大于等于|小于等于|大于|小于|高于|低于|[≥≤<>=]|\*|-)$/u;
const CALENDAR =
  /^(?:(?:截[至止]到?)?(?:19|20)\d\d(?:-(?:19|20)\d\d)?(?:年度?|届)(?:\d{1,2}月(?:份|底|末)?(?:\d{1,2}日)?)?(?:年?[初末底])?|本年度?|当年|全年(?!预算)|今年(?:以来)?|截[至止]目前|目前)/u;

/** The end of a quotation whose beginning was cut off. */
const LONE_QUOTE = /^([^"]*)"$/u;

function strip(label: string): string {
  let text = label;
  for (;;) {
    const next = text
      .replace(LEADING, '')
      .replace(TRAILING, '')
      .replace(CALENDAR, '')
      .replace(LONE_QUOTE, '$1');
    if (next === text) return text;
    text = next;
  }
}

/** No name is longer; a text without any mark would be one. */
const LONGEST_LABEL = 400;

/**
 * What a figure is called: the words before it back to the clause mark or the figure before, or the noun behind it
 * ("15个行政编制") where nothing stands before.
 * @param from where the figure before it ended
 */
export function labelOf(text: string, from: number, start: number, end: number): string {
  const earliest = Math.max(from, start - LONGEST_LABEL);
  let begin = start;
  // A closed parenthesis belongs to the label (因公出国(境)费); an open one begins it.
  let closed = 0;
  while (begin > earliest) {
    const mark = text[begin - 1] ?? '';
    if (mark === ')') closed += 1;
    else if (mark === '(' && closed > 0) closed -= 1;
    else if (CLAUSE_MARK.test(mark) && closed === 0) break;
    begin -= 1;
  }
  // "15个行政编制、13个…": what stands before the mark belongs to the figure before.
  const before = text[start - 1] === '、' ? '' : strip(text.slice(begin, start));
  if (before.length >= 2 || /[\u4e00-\u9fff]/u.test(before)) return before;
  const after = /^[^,;:。!?、()\d]{1,16}/u.exec(text.slice(end))?.[0] ?? '';
  return strip(after) || before;
}

/** The phase that a label names; `unknown` where it names none. */
export function phaseOf(label: string): Phase {
  const words = label.replace(/(?:一般公共|政府性基金|国有资本经营)预算/gu, '');
  if (/上年|去年|上一年|上期/u.test(label) && !/(?:与|较|比)(?:上年|去年|上一年)/u.test(label))
    return 'prior';
  if (/全年预算|调整(?:后)?预算|预算调整|调整后/u.test(words)) return 'adjusted';
  if (/决算|执行数|执行总数|实际|支出数|完成(?!预算|年初|目标)/u.test(words)) return 'final';
  if (/目标|计划|任务/u.test(words)) return 'plan';
  if (/预算/u.test(words)) return 'initial';
  return 'unknown';
}

const YEAR = /(?<!\d)((?:19|20)\d\d)(?=(年|-(?:19|20)?\d\d年))/gu;
const COMPARED = /(?:与|比|较|同|相较于?)(?:(?:19|20)\d\d)年/u;

/** A year that a sentence names for what follows, and where its name ends. */
interface NamedYear {
  readonly year: number;
  readonly end: number;
}

/** The calendar years that flat text names, in order, without those that are a base of comparison. */
export function yearsNamed(text: string): readonly NamedYear[] {
  return [...text.matchAll(YEAR)].flatMap((match) => {
    const end = match.index + match[0].length + (match[2] ?? '').length;
    const around = text.slice(Math.max(0, match.index - 3), match.index + 5);
    return COMPARED.test(around) ? [] : [{ year: Number(match[1]), end }];
  });
}

/** The calendar year that a figure at `start` belongs to: the last one named before it. */
export const yearBefore = (
  named: readonly NamedYear[],
  start: number,
  otherwise: number | null,
): number | null => named.findLast(({ end }) => end <= start)?.year ?? otherwise;
