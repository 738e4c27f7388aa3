import type { FlowLine, PageFlow } from './flow.ts';
import { bare, isFormLine, namesTable } from './words.ts';

/** Running heads and page numbers stand in the outer part of the page's height. */
const ZONE = 0.12;
/** Positions on different pages that differ less than this (points) are the same. */
const SAME = 6;

const PAGE_NUMBER =
  /^[-—–―－·.\s]*(?:第\s*)?[\d０-９]{1,4}(?:\s*页)?(?:[\s/，,]*(?:共\s*)?[\d０-９]{1,4}(?:\s*页)?)?[-—–―－·.\s]*$/;
const DECORATED = /[-—–―－页/]/;

interface Candidate {
  readonly line: FlowLine;
  /** The text with every digit run as #: what repeats although the page number counts on. */
  readonly shape: string;
  /** Distance in points from the nearer of the page's top and bottom. */
  readonly offset: number;
  readonly side: 'top' | 'bottom';
}

/**
 * Running heads, running feet and page numbers: lines near the top or bottom edge that repeat over the pages at the
 * same height, whatever number they show. Titles and unit lines of tables repeat too, but only over their own pages.
 */
export function runningLines(flows: readonly PageFlow[]): ReadonlySet<FlowLine> {
  const running = new Set<FlowLine>();
  const alike = Map.groupBy(flows.flatMap(candidatesOf), ({ side, shape }) => `${side} ${shape}`);
  for (const candidates of alike.values()) {
    const byOffset = candidates.toSorted((a, b) => a.offset - b.offset);
    const repeats = repetitions(byOffset);
    for (const [index, candidate] of byOffset.entries()) {
      const pages = repeats[index] ?? 0;
      const ofTable = namesTable(candidate.line.text) || isFormLine(candidate.line.text);
      const enough = ofTable ? Math.max(4, 0.6 * flows.length) : Math.min(3, Math.max(2, flows.length));
      if (pages >= enough || isPageNumber(candidate, pages)) running.add(candidate.line);
    }
  }
  return running;
}

/** On how many pages each of these, ordered by offset, is repeated at the same height: a window that slides over them. */
function repetitions(candidates: readonly Candidate[]): readonly number[] {
  const inWindow = new Map<number, number>();
  const count = (candidate: Candidate | undefined, by: number): void => {
    if (candidate === undefined) return;
    const { page } = candidate.line;
    const left = (inWindow.get(page) ?? 0) + by;
    if (left > 0) inWindow.set(page, left);
    else inWindow.delete(page);
  };
  let [from, to] = [0, 0];
  return candidates.map(({ offset }) => {
    for (; to < candidates.length && (candidates[to]?.offset ?? 0) <= offset + SAME; to += 1)
      count(candidates[to], 1);
    for (; (candidates[from]?.offset ?? 0) < offset - SAME; from += 1) count(candidates[from], -1);
    return inWindow.size;
  });
}

function candidatesOf({ height, items }: PageFlow): readonly Candidate[] {
  return items.flatMap((item): readonly Candidate[] => {
    if (item.kind !== 'line') return [];
    const top = item.box[1];
    const bottom = height - item.box[3];
    const offset = Math.min(top, bottom);
    if (offset > ZONE * height) return [];
    const shape = bare(item.text).replace(/[\d０-９]+/g, '#');
    return [{ line: item, shape, offset, side: top < bottom ? 'top' : 'bottom' }];
  });
}

const isPageNumber = ({ line, side }: Candidate, pages: number): boolean =>
  PAGE_NUMBER.test(line.text) && (pages >= 2 || (DECORATED.test(line.text) && side === 'bottom'));
