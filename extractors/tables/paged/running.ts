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
  const candidates = flows.flatMap(candidatesOf);
  const running = new Set<FlowLine>();
  for (const candidate of candidates) {
    const pages = new Set(
      candidates.filter((other) => repeats(candidate, other)).map((other) => other.line.page),
    );
    const ofTable = namesTable(candidate.line.text) || isFormLine(candidate.line.text);
    const enough = ofTable ? Math.max(4, 0.6 * flows.length) : Math.min(3, Math.max(2, flows.length));
    if (pages.size >= enough || isPageNumber(candidate, pages.size)) running.add(candidate.line);
  }
  return running;
}

function candidatesOf({ page, items }: PageFlow): readonly Candidate[] {
  return items.flatMap((item): readonly Candidate[] => {
    if (item.kind !== 'line') return [];
    const top = item.box[1];
    const bottom = page.height - item.box[3];
    const offset = Math.min(top, bottom);
    if (offset > ZONE * page.height) return [];
    const shape = bare(item.text).replace(/[\d０-９]+/g, '#');
    return [{ line: item, shape, offset, side: top < bottom ? 'top' : 'bottom' }];
  });
}

const repeats = (a: Candidate, b: Candidate): boolean =>
  a.shape === b.shape && a.side === b.side && Math.abs(a.offset - b.offset) <= SAME;

const isPageNumber = ({ line, side }: Candidate, pages: number): boolean =>
  PAGE_NUMBER.test(line.text) && (pages >= 2 || (DECORATED.test(line.text) && side === 'bottom'));
