import type { TextLine } from '../../../model/document.ts';
import type { LineSegment, Paragraph } from '../../../model/layout.ts';
import { joinText } from './join.ts';
import { goesOn, type ProseLine, undress } from './prose.ts';

/** Lines `[first, last]` that a table takes up, with its id. */
export interface Taken {
  readonly id: string;
  readonly first: number;
  readonly last: number;
}

const MOST_BLANKS = 3;

interface Open {
  readonly text: string;
  readonly segments: readonly LineSegment[];
  readonly last: ProseLine;
}

function append(open: Open, line: ProseLine): Open {
  const text = joinText(open.text, line.text);
  const shift = text.length - line.text.length;
  return {
    text,
    segments: [...open.segments, ...line.segments.map((one) => ({ ...one, start: one.start + shift }))],
    last: line,
  };
}

/**
 * The prose of a report: every line with text that is neither in a table nor in `claimed` (captions and unit lines of
 * tables), joined into paragraphs over page breaks and hard line ends.
 */
export function paragraphsOf(
  lines: readonly TextLine[],
  tables: readonly Taken[],
  claimed: ReadonlySet<number>,
): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: Open | null = null;
  let table = 0;
  const close = (before: string | null) => {
    if (open !== null) paragraphs.push({ text: open.text, segments: open.segments, before });
    open = null;
  };
  for (const line of lines) {
    let own = tables[table];
    while (own !== undefined && line.number > own.last) own = tables[++table];
    if (own !== undefined && line.number >= own.first) {
      close(own.id);
      continue;
    }
    if (line.text.trim() === '' || claimed.has(line.number)) continue;
    const next = undress(line);
    const current: Open | null = open;
    if (
      current !== null &&
      next.number - current.last.number <= MOST_BLANKS + 1 &&
      goesOn(wholeLine(current), next)
    ) {
      open = append(current, next);
    } else {
      close(null);
      open = { text: next.text, segments: next.segments, last: next };
    }
  }
  close(null);
  return paragraphs;
}

/** An open paragraph seen as one line: what decides is how it began and how it ends. */
const wholeLine = (open: Open): ProseLine => ({ ...open.last, text: open.text });
