import type { PixelBox, Raster } from '../../../model/raster.ts';

interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

/** The boxes of the spots of connected black pixels (diagonals connect) of a page in black and white. */
export function componentsOf({ width, height, data }: Raster): readonly PixelBox[] {
  const runs: Run[] = [];
  const parents: number[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  let above = 0;
  let current = 0;
  for (let y = 0; y < height; y += 1) {
    const start = runs.length;
    let candidate = above;
    for (let x = 0; x < width; x += 1) {
      if (data[y * width + x] !== 0) continue;
      const from = x;
      while (x < width && data[y * width + x] === 0) x += 1;
      const index = runs.push({ y, from, to: x }) - 1;
      parents.push(index);
      while (candidate < current && (runs[candidate]?.to ?? 0) < from) candidate += 1;
      for (let other = candidate; other < current && (runs[other]?.from ?? 0) <= x; other += 1) {
        const [a, b] = [rootOf(index), rootOf(other)];
        parents[Math.max(a, b)] = Math.min(a, b);
      }
    }
    above = start;
    current = runs.length;
  }
  return boxesOf(runs, rootOf);
}

function boxesOf(runs: readonly Run[], rootOf: (index: number) => number): readonly PixelBox[] {
  const boxes = new Map<number, PixelBox>();
  for (const [index, { y, from, to }] of runs.entries()) {
    const root = rootOf(index);
    const box = boxes.get(root) ?? { left: from, top: y, right: to, bottom: y + 1 };
    boxes.set(root, {
      left: Math.min(box.left, from),
      top: box.top,
      right: Math.max(box.right, to),
      bottom: y + 1,
    });
  }
  return [...boxes.values()];
}
