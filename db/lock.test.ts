import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LOCK_ENDING, RunLock } from './lock.ts';

function database(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a.sqlite');
  writeFileSync(path, '');
  return path;
}

function taken(path: string): RunLock {
  const lock = RunLock.take(path);
  if (!lock.ok) throw new Error(lock.problem.code);
  return lock.value;
}

const refused = { ok: false, problem: { code: 'in-use' } };
const script = (path: string): string => `
import { RunLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
// What nobody refers to would be collected, and the lock be given up.
globalThis.held = RunLock.take(${JSON.stringify(path)});
console.log(globalThis.held.ok);
setInterval(() => undefined, 1000);`;

describe('the lock of a run', () => {
  it('is held by one at a time, under whatever name the database goes', () => {
    const path = database();
    const other = `${path}.link`;
    symlinkSync(path, other);
    const lock = taken(path);
    expect(RunLock.take(path)).toMatchObject(refused);
    expect(RunLock.take(other)).toMatchObject(refused);
    lock.release();
    expect(existsSync(`${path}${LOCK_ENDING}`)).toBe(false);
    taken(other).release();
  });

  it('ends with the process that holds it, however that ends', async () => {
    const path = database();
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script(path)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said]: unknown[] = await once(holder.stdout, 'data');
    expect(String(said).trim()).toBe('true');
    expect(RunLock.take(path)).toMatchObject(refused);
    holder.kill('SIGKILL');
    await once(holder, 'close');
    taken(path).release();
  });

  it('can be taken where a file of it was left', () => {
    const path = database();
    writeFileSync(`${path}${LOCK_ENDING}`, '');
    const lock = taken(path);
    expect(RunLock.take(path)).toMatchObject(refused);
    lock.release();
  });
});
