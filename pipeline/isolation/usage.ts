/** What a whole process uses: milliseconds of all processors since its start, and resident bytes. */
export interface Usage {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

const LINE = /^(\d+) (\d+)$/u;

/** One line of what a worker's heartbeat writes. */
export const usageLine = ({ cpuMs, rssBytes }: Usage): string => `${Math.round(cpuMs)} ${rssBytes}\n`;

/** The last whole line of what has come from a heartbeat, and what is left behind it. */
export function lastUsage(text: string): { readonly usage: Usage | null; readonly rest: string } {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  const [, cpu, rss] = LINE.exec(lines.at(-1) ?? '') ?? [];
  const usage = cpu === undefined || rss === undefined ? null : { cpuMs: Number(cpu), rssBytes: Number(rss) };
  return { usage, rest };
}

/** The same of this process, whichever of its threads asks. */
export function ownUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rssBytes: process.memoryUsage.rss() };
}
