/** A text that stands beside its rows: where it begins and ends, in points. */
interface Block {
  readonly top: number;
  readonly bottom: number;
}

/** A text this part of a row's height off the middle of its rows is still centred. */
const CENTRED = 0.3;

/**
 * The rows that each text of a column spans, as ranges, where every text stands in the middle of neighbouring rows and no
 * row is left over; `null` where the column cannot be cut so. `edges` are the boundaries of the rows. Rows above the first
 * text or below the last may belong to a text on another page.
 */
export function centredGroups(
  blocks: readonly Block[],
  edges: readonly number[],
): readonly (readonly [number, number])[] | null {
  const count = edges.length - 1;
  if (blocks.length < 2 || blocks.length >= count) return null;
  for (let start = 0; start <= 2 && start < count; start += 1) {
    const groups = from(start, blocks, edges);
    if (groups !== null) return start === 0 ? groups : [[0, start], ...groups];
  }
  return null;
}

function from(
  start: number,
  blocks: readonly Block[],
  edges: readonly number[],
): readonly (readonly [number, number])[] | null {
  const count = edges.length - 1;
  const groups: (readonly [number, number])[] = [];
  let row = start;
  for (const [index, block] of blocks.entries()) {
    const end = endOf(row, (block.top + block.bottom) / 2, edges);
    const last = index === blocks.length - 1;
    if (end === null && !last) return null;
    if (end === null && block.top < (edges[row] ?? 0) - 2) return null;
    groups.push([row, end ?? count]);
    row = end ?? count;
  }
  return row === count ? groups : null;
}

/** Where the group ends that begins at a row and has its middle at `centre`. */
function endOf(row: number, centre: number, edges: readonly number[]): number | null {
  const offs = edges.map((edge, i) => ({
    end: i,
    off: i <= row ? Number.POSITIVE_INFINITY : Math.abs(((edges[row] ?? 0) + edge) / 2 - centre),
    height: edge - (edges[i - 1] ?? edge),
  }));
  const best = offs.reduce((a, b) => (b.off < a.off ? b : a));
  return best.off <= CENTRED * best.height ? best.end : null;
}
