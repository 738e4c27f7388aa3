import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { z } from 'zod';
import type { CellReport } from '../../model/report.ts';
import type { TruePage } from './truth.ts';

const Corner = z.tuple([z.number(), z.number()]);
const Word = z.object({ text: z.string(), corners: z.array(Corner) });
const Line = z.union([
  z.object({ path: z.string(), cpuSeconds: z.number(), words: z.array(Word) }),
  z.object({ peakMiB: z.number() }),
]);

/** What was read of one page: its cells where it has some, and all of its text. */
export interface ReadPage {
  readonly cells: readonly CellReport[];
  readonly text: string;
  readonly cpuSeconds: number;
}

export interface RapidRun {
  readonly pages: ReadonlyMap<string, ReadPage>;
  readonly peakMiB: number;
}

const SCRIPT = fileURLToPath(new URL('rapidocr_words.py', import.meta.url));

/**
 * Reads the pages with RapidOCR, which finds words but no tables: they are put into the cells of the truth that their
 * middles lie in.
 * @returns why it cannot be run as a text
 */
export async function rapidRun(
  python: string,
  folder: string,
  pages: readonly TruePage[],
): Promise<RapidRun | string> {
  let printed: string;
  try {
    execFileSync(python, ['-c', 'import rapidocr'], { stdio: 'ignore' });
  } catch {
    return `RapidOCR is not installed for ${python}`;
  }
  try {
    const paths = pages.map(({ file }) => join(folder, file));
    printed = execFileSync(python, [SCRIPT, ...paths], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 28,
    });
  } catch (error) {
    return `RapidOCR failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  const lines = printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => Line.parse(JSON.parse(line)));
  const found = new Map<string, ReadPage>();
  let peakMiB = 0;
  for (const line of lines) {
    if ('peakMiB' in line) peakMiB = line.peakMiB;
    else {
      const page = pages.find(({ file }) => join(folder, file) === line.path);
      if (page === undefined) continue;
      const { width = 0, height = 0 } = await sharp(line.path).metadata();
      const words = line.words.map((word) => placed(word, page.skewDegrees, [width / 2, height / 2]));
      const cells = page.cells.flatMap((cell) => cellOf(cell, words));
      found.set(page.file, { cells, text: textOf(words), cpuSeconds: line.cpuSeconds });
    }
  }
  return { pages: found, peakMiB };
}

/** A word on the page without its skew. */
interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

function placed({ text, corners }: z.infer<typeof Word>, degrees: number, middle: Point): Placed {
  const upright = corners.map((corner) => turned(corner, middle, degrees));
  const [xs, ys] = [upright.map(([x]) => x), upright.map(([, y]) => y)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return {
    text,
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (top + bottom) / 2,
    height: bottom - top,
  };
}

type Point = readonly [number, number];

function turned([x, y]: Point, [cx, cy]: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const [dx, dy] = [x - cx, y - cy];
  return [cx + dx * Math.cos(angle) - dy * Math.sin(angle), cy + dx * Math.sin(angle) + dy * Math.cos(angle)];
}

function cellOf({ row, column, box }: TruePage['cells'][number], words: readonly Placed[]): CellReport[] {
  const [x0, y0, x1, y1] = box;
  const own = words.filter(({ x, y }) => x >= x0 && x < x1 && y >= y0 && y < y1);
  if (own.length === 0) return [];
  return [{ row, column, rowSpan: 1, columnSpan: 1, text: textOf(own), place: { page: 1, box } }];
}

/** Words in lines from top to bottom: those beside each other are of one line. */
function textOf(words: readonly Placed[]): string {
  const lines: Placed[][] = [];
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    const [first] = lines.at(-1) ?? [];
    if (first !== undefined && Math.abs(word.y - first.y) < first.height / 2) lines.at(-1)?.push(word);
    else lines.push([word]);
  }
  return lines
    .map((line) =>
      line
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    )
    .join('');
}
