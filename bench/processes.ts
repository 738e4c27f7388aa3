import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel a second, and the size of its pages, as on every Linux that Node is built for. */
const TICKS = 100;
const KIBIBYTE = 1024;

/** What one process holds and has spent. */
export interface Held {
  readonly pid: number;
  readonly rssBytes: number;
  readonly cpuSeconds: number;
}

function heldBy(pid: number): (Held & { readonly parent: number }) | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]].map(Number);
    const rss = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0;
    return { pid, parent, rssBytes: Number(rss) * KIBIBYTE, cpuSeconds: (user + system) / TICKS };
  } catch (error) {
    // It ended while it was looked at.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** The workers of a process, of this one where none is named; Linux only. */
export const workersHeld = (owner: number = process.pid): readonly Held[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      const held = heldBy(Number(name));
      return held !== null && held.parent === owner ? [held] : [];
    });

/** Bytes that this process and its workers hold, and the processor seconds that they have spent. */
export function allHeld(): { readonly rssBytes: number; readonly cpuSeconds: number } {
  const { user, system } = process.cpuUsage();
  const own = { rssBytes: process.memoryUsage.rss(), cpuSeconds: (user + system) / 1e6 };
  return workersHeld().reduce(
    (sum, { rssBytes, cpuSeconds }) => ({
      rssBytes: sum.rssBytes + rssBytes,
      cpuSeconds: sum.cpuSeconds + cpuSeconds,
    }),
    own,
  );
}
