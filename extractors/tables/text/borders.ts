import { bare } from './join.ts';
import { speaksAgainst } from './vocabulary.ts';

/** One row that a label may cover: where it begins and ends on the page, in printed lines, and its words. */
export interface Slot {
  readonly top: number;
  readonly bottom: number;
  readonly words: string;
  /** What names the row: its first cell beside the labels. */
  readonly name: string;
  /** The group that the row surely belongs to, where that is known. */
  readonly group: string | null;
  /** The number of a list item in the row, or null: a list that begins anew begins under a new label. */
  readonly ordinal: number | null;
  /** True for a row that sums up: at the end it belongs to no label. */
  readonly total: boolean;
  /** True where the row was mended from several lines. */
  readonly torn: boolean;
}

/** A label to be given rows: the slots that it stands inand its words. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  /** Where on the page its middle lies, and how far from there it may truly be. */
  readonly middle: number;
  readonly reach: number;
  readonly words: string;
  readonly group: string | null;
}

const MOST_ROWS = 400;

function overlap(label: string, words: string): boolean {
  const [a, b] = [bare(label), bare(words)];
  for (let at = 0; at + 2 <= a.length; at++) if (b.includes(a.slice(at, at + 2))) return true;
  return false;
}

/** Labels of a column stand all in the middle of their rows, or all in the first one. */
type Mode = 'middle' | 'top';

/** What it costs that `mark` covers slots `[start, end)`: next to nothing where it stands where `mode` has it. */
function costOf(slots: readonly Slot[], mark: Mark, start: number, end: number, mode: Mode): number {
  const placed = mode === 'middle' ? offMiddle(slots, mark, start, end) : offTop(mark, start, end);
  const ordinal = slots[start]?.ordinal ?? null;
  const insideList = start > 0 && ordinal !== null && ordinal > 1 ? 2 : 0;
  return placed + insideList + foreign(slots, mark, start, end);
}

function offTop(mark: Mark, start: number, end: number): number {
  if (start !== mark.from && start !== 0) return Number.POSITIVE_INFINITY;
  return 0.5 * (mark.from - start) + (end - start > 1 ? 0.3 : 0);
}

function offMiddle(slots: readonly Slot[], mark: Mark, start: number, end: number): number {
  const [first, last] = [slots[start], slots[end - 1]];
  if (first === undefined || last === undefined) return Number.POSITIVE_INFINITY;
  const off = (first.top + last.bottom) / 2 - mark.middle;
  return 0.3 * Math.min(1, Math.abs(off) / mark.reach) + Math.max(0, Math.abs(off) - mark.reach);
}

/** Rows that share no word with the label, or that surely belong to another group. */
function foreign(slots: readonly Slot[], mark: Mark, start: number, end: number): number {
  let cost = 0;
  for (let at = start; at < end; at++) {
    const inside = at >= mark.from && at <= mark.to;
    const group = slots[at]?.group ?? null;
    if (group !== null && mark.group !== null && group !== mark.group) cost += 1;
    if (!inside && speaksAgainst(slots[at]?.name ?? '', mark.words)) cost += 0.6;
    if (!inside && !overlap(mark.words, slots[at]?.words ?? '')) cost += 0.4 / (end - start);
  }
  return cost;
}

interface State {
  readonly cost: number;
  readonly starts: readonly number[];
}

/** The cheapest way to cut the slots into one stretch a label. */
function cut(slots: readonly Slot[], marks: readonly Mark[], mode: Mode): State | null {
  let states = new Map<number, State>([[0, { cost: 0, starts: [] }]]);
  for (const [index, mark] of marks.entries()) {
    const next = new Map<number, State>();
    const limit = marks[index + 1]?.from ?? slots.length;
    const ends = index === marks.length - 1 ? [slots.length] : range(mark.to + 1, limit);
    for (const [start, state] of states) {
      for (const end of ends) {
        if (end <= start) continue;
        const cost = state.cost + costOf(slots, mark, start, end, mode);
        if (cost < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { cost, starts: [...state.starts, start] });
      }
    }
    states = next;
  }
  return states.get(slots.length) ?? null;
}

/**
 * The first slot that each label covers (the next label's first slot ends it). Every slot above the first label goes
 * to it.
 */
export function borders(slots: readonly Slot[], marks: readonly Mark[]): readonly number[] {
  if (marks.length === 0) return [];
  const plain = marks.map((mark, index) => (index === 0 ? 0 : mark.from));
  if (slots.length > MOST_ROWS) return plain;
  const [middle, top] = [cut(slots, marks, 'middle'), cut(slots, marks, 'top')];
  if (middle === null || top === null) return (middle ?? top)?.starts ?? plain;
  return middle.cost + (slots.some((slot) => slot.torn) ? 0 : 0.1) < top.cost ? middle.starts : top.starts;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
