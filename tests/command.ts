import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../bin/duizhang.mjs', import.meta.url));
const NOBODY = 65534;

export const FIXTURES = fileURLToPath(new URL('../fixtures/batch', import.meta.url));
export const CONSISTENT = join(FIXTURES, 'reports', 'consistent.txt');
export const WRONG_SHARE = join(FIXTURES, 'reports', 'wrong-share.txt');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Root may read and write everything; tests of permissions run as the user "nobody" then. */
  readonly unprivileged?: boolean;
}

export const isRoot = process.getuid?.() === 0;

/** Runs the real command and waits for its end. */
export function duizhang(args: readonly string[], surroundings: Surroundings = {}): Promise<Ended> {
  const { env = {}, cwd, unprivileged = false } = surroundings;
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    env: { PATH: process.env.PATH ?? '', LANG: 'C.UTF-8', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd !== undefined && { cwd }),
    ...(unprivileged && isRoot && { uid: NOBODY, gid: NOBODY }),
  });
  const chunks = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    chunks.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    chunks.stderr += text;
  });
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  child.on('error', reject).on('close', (code) => resolve({ code, ...chunks }));
  return promise;
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Whether the command runs for a user without privileges (a checkout may lie where only root may look). */
export async function runsUnprivileged(): Promise<boolean> {
  const { code } = await duizhang(['--version'], { unprivileged: true, cwd: tmpdir() });
  return code === 0;
}
