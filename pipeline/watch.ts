import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Found } from './paths.ts';

/** What tells that a file was written to or replaced: its number, size and time. */
export type Signature = string;

interface State {
  signature: Signature;
  /** When it was first seen like this, in milliseconds. */
  since: number;
  given: boolean;
}

/**
 * Which files have come to rest. A file is given once, when it has looked the same for the settling time, and again after
 * it has changed and come to rest once more; so a copy that is still being made is left alone.
 */
export class Settling {
  readonly #settle: number;
  #states = new Map<string, State>();

  constructor(settle: number) {
    this.#settle = settle;
  }

  /**
   * Takes a look at all files there are.
   * @param now milliseconds of a clock that never goes back
   * @returns the files that have come to rest, and the paths that were given before and are no more
   */
  look(
    files: ReadonlyMap<string, Signature>,
    now: number,
  ): { readonly settled: readonly string[]; readonly gone: readonly string[] } {
    const settled: string[] = [];
    const states = new Map<string, State>();
    for (const [path, signature] of files) {
      const before = this.#states.get(path);
      const state = before?.signature === signature ? before : { signature, since: now, given: false };
      states.set(path, state);
      if (state.given || now - state.since < this.#settle) continue;
      state.given = true;
      settled.push(path);
    }
    const gone = [...this.#states.keys()].filter((path) => !states.has(path));
    this.#states = states;
    return { settled, gone };
  }

  /** The file has changed while it was read, or could not be read yet: it is to settle anew. */
  unsettle(path: string): void {
    this.#states.delete(path);
  }
}

/** What copying programs call a file that is not whole yet; they rename it at the end. */
const UNFINISHED = /(?:\.(?:part|partial|crdownload|download|filepart|tmp|swp)|~)$/iu;

export const isUnfinished = (path: string): boolean => UNFINISHED.test(path);

/** Of files that are there; one that goes in between, or cannot be looked at, is none. */
async function signatureOf(path: string): Promise<Signature | null> {
  try {
    // The third time tells of permissions that came later.
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return `${dev}:${ino}:${size}:${mtimeNs}:${ctimeNs}`;
  } catch {
    return null;
  }
}

async function scan(
  found: AsyncIterable<Found>,
): Promise<{ files: Map<string, Signature>; others: Map<string, Found> }> {
  const files = new Map<string, Signature>();
  const others = new Map<string, Found>();
  for await (const one of found) {
    if (one.kind !== 'file') others.set(one.path, one);
    else if (!isUnfinished(one.path)) {
      const signature = await signatureOf(one.path);
      if (signature !== null) files.set(one.path, signature);
    }
  }
  return { files, others };
}

/** A file that has come to rest; `isStill`: it has not been touched since. */
export type Settled = Found & { readonly isStill?: () => Promise<boolean> };

/** What is to be done now: files that have come to rest, and paths at which nothing is any more. */
export interface Round {
  readonly files: AsyncIterable<Settled>;
  readonly gone: readonly string[];
}

const SHORTEST_PAUSE = 100;
const LONGEST_PAUSE = 2000;
/** Looking takes at most this part of the time, however many files there are. */
const SHARE = 0.2;

async function* listed(founds: readonly Settled[]): AsyncGenerator<Settled> {
  yield* founds;
}

/**
 * Looks at the files again and again and tells what is to be done, until it is stopped. It asks the file system itself:
 * notices of changes do not come from network drives, and on full queues not at all. One round comes also where nothing is.
 * @param find lists all files there are now
 * @param settle milliseconds for which a file must not have changed
 */
export async function* watchFiles(
  find: () => AsyncIterable<Found>,
  settle: number,
  stop: AbortSignal,
): AsyncGenerator<Round, void> {
  const settling = new Settling(settle);
  const told = new Set<string>();
  const beginning = performance.now();
  let begun = false;
  while (!stop.aborted) {
    const start = performance.now();
    const { files, others } = await scan(find());
    const took = performance.now() - start;
    const { settled, gone } = settling.look(files, start);
    // A folder that cannot be listed is told once, not in every round.
    const unlisted = [...others.values()].filter(({ path }) => !told.has(path));
    for (const path of told) if (!others.has(path)) told.delete(path);
    for (const { path } of unlisted) told.add(path);
    const rested = settled.map((path): Settled => {
      const isStill = async () => (await signatureOf(path)) === files.get(path);
      return { kind: 'file', path, isStill };
    });
    const founds = [...unlisted, ...rested];
    const isFirst = !begun && start - beginning >= settle;
    if (founds.length + gone.length > 0 || isFirst) {
      begun = true;
      yield { files: listed(founds), gone };
    }
    for (const path of settled) {
      const now = await signatureOf(path);
      // One that went as soon as it was read stays known, so that its going is noticed.
      if (now !== null && now !== files.get(path)) settling.unsettle(path);
    }
    const pause = Math.max(SHORTEST_PAUSE, Math.min(settle / 2, LONGEST_PAUSE), took / SHARE);
    await setTimeout(pause, undefined, { signal: stop }).catch((error: unknown) => {
      if (!stop.aborted) throw error;
    });
  }
}
