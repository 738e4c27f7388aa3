import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { HEARTBEAT_FILE, HEARTBEAT_MILLISECONDS, notePeak } from './peak.ts';
import { ownUsage, usageLine } from './usage.ts';

// A thread beside the one that reads, which may be in an endless loop: it says what the process uses, and ends the
// process when nobody is left to hear it.
const peak: unknown = workerData;

setInterval(() => {
  const usage = ownUsage();
  if (peak instanceof SharedArrayBuffer) notePeak(peak, usage.rssBytes);
  try {
    writeSync(HEARTBEAT_FILE, usageLine(usage));
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
    if (!isFull) process.kill(process.pid, 'SIGKILL');
  }
}, HEARTBEAT_MILLISECONDS);
