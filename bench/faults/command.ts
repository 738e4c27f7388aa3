import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly seconds: number;
}

/** A command that runs, and its end. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the real command; `limit` KiB is the size that no file of it may pass. */
export function start(args: readonly string[], limit?: number): Running {
  const began = performance.now();
  const command = [process.execPath, MAIN, ...args];
  const [file = '', ...rest] =
    limit === undefined ? command : ['bash', '-c', `ulimit -f ${limit}; exec "$@"`, 'bash', ...command];
  const child = spawn(file, rest, {
    env: { ...process.env, NO_COLOR: '1', LANG: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  child
    .on('error', reject)
    .on('close', (code, signal) =>
      resolve({ code, signal, stderr, seconds: (performance.now() - began) / 1000 }),
    );
  return { child, ended: promise };
}

/** Runs the real command to its end. */
export const finish = (args: readonly string[], limit?: number): Promise<Ended> => start(args, limit).ended;

/** The processes that a process has started and that run still (Linux; elsewhere none are found). */
export function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    // It has ended in between, or the system has no such folder.
    return [];
  }
}
