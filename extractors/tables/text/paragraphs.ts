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

/** What decides about a paragraph is how it begins and how it ends: of a long one so many characters of each are looked at. */
const LOOKED_AT = 200;
const STOP = /[，,；;。]/u;

/** A paragraph that further lines may join. It grows in place, for a hostile text is one paragraph of many thousand lines. */
class OpenParagraph {
  readonly #pieces: string[] = [];
  readonly #segments: LineSegment[] = [];
  #length = 0;
  /** All of it, or of a long one its beginning, a comma where it holds any stop, and its end. */
  #shape = '';
  #last: ProseLine;

  constructor(first: ProseLine) {
    this.#last = first;
    this.append(first);
  }

  takes(line: ProseLine): boolean {
    return (
      line.number - this.#last.number <= MOST_BLANKS + 1 && goesOn({ ...this.#last, text: this.#shape }, line)
    );
  }

  append(line: ProseLine): void {
    const joined = joinText(this.#shape, line.text);
    const piece = joined.slice(this.#shape.length);
    const shift = this.#length + piece.length - line.text.length;
    for (const one of line.segments) this.#segments.push({ ...one, start: one.start + shift });
    this.#pieces.push(piece);
    this.#length += piece.length;
    this.#last = line;
    // The first line stays whole: whether it is laid out in parts shows anywhere in it, and then nothing joins it.
    this.#shape = this.#pieces.length === 1 ? joined : shapeOf(joined);
  }

  closed(before: string | null): Paragraph {
    return { text: this.#pieces.join(''), segments: this.#segments, before };
  }
}

function shapeOf(text: string): string {
  if (text.length <= 3 * LOOKED_AT) return text;
  const middle = STOP.test(text) ? '，' : '';
  return `${text.slice(0, LOOKED_AT)}${middle}${text.slice(-LOOKED_AT)}`;
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
  let open: OpenParagraph | null = null;
  let table = 0;
  const close = (before: string | null) => {
    if (open !== null) paragraphs.push(open.closed(before));
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
    const current: OpenParagraph | null = open;
    if (current?.takes(next) === true) current.append(next);
    else {
      close(null);
      open = new OpenParagraph(next);
    }
  }
  close(null);
  return paragraphs;
}
