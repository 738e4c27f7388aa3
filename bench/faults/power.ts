import {
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { setImmediate } from 'node:timers/promises';

/** Waits until a process that was sent SIGSTOP stands still (Linux). False where it has ended before. */
async function standsStill(pid: number): Promise<boolean> {
  for (;;) {
    const stat = `/proc/${pid}/stat`;
    if (!existsSync(stat)) return false;
    const state = /\) (\w)/u.exec(readFileSync(stat, 'utf8'))?.[1];
    if (state === 'T') return true;
    if (state === 'Z' || state === undefined) return false;
    await setImmediate();
  }
}

const HEADER = 32;
const FRAME_HEADER = 24;
/** Where the shared memory says how many frames may have gone into the database already. */
const BACKFILL_ATTEMPTED = 128;

/** Bytes of the log that are on the disk for certain: those of frames that went, or may have gone, into the database. */
function certainBytes(database: string): number {
  const shared = `${database}-shm`;
  if (!existsSync(shared)) return 0;
  const memory = readFileSync(shared);
  if (memory.length < BACKFILL_ATTEMPTED + 4) return 0;
  const frames = Math.max(memory.readUInt32LE(96), memory.readUInt32LE(BACKFILL_ATTEMPTED));
  const pageSize = readFileSync(database).readUInt16BE(16);
  return frames === 0 ? 0 : HEADER + frames * (FRAME_HEADER + (pageSize === 1 ? 65_536 : pageSize));
}

/**
 * What a disk holds when the power fails: the files of a database as they are while its writer stands still. Of the log only
 * so much is taken as `keep` says of what was not yet written down for certain, and the last of it may be torn.
 * @param keep 0 to 1
 * @param torn bytes at the end that hold anything
 * @returns whether the writer was still there
 */
export async function powerCut(
  pid: number,
  database: string,
  copy: string,
  keep: number,
  torn: number,
): Promise<boolean> {
  process.kill(pid, 'SIGSTOP');
  try {
    if (!(await standsStill(pid)) || !existsSync(database)) return false;
    for (const ending of ['', '-wal', '-journal']) {
      rmSync(`${copy}${ending}`, { force: true });
      if (existsSync(`${database}${ending}`)) copyFileSync(`${database}${ending}`, `${copy}${ending}`);
    }
    const log = `${copy}-wal`;
    if (!existsSync(log)) return true;
    const certain = Math.min(certainBytes(database), statSync(log).size);
    const size = certain + Math.floor((statSync(log).size - certain) * keep);
    truncateSync(log, size);
    const bytes = readFileSync(log);
    bytes.fill(0xa5, Math.max(certain, size - torn));
    writeFileSync(log, bytes);
    return true;
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}
