import { flushCompileCache } from 'node:module';
import { serialize } from 'node:v8';
import { Budget } from './isolation/budget.ts';
import { Peak } from './isolation/peak.ts';
import { examine } from './process.ts';
import { heavyRecord } from './received.ts';
import { recordOf } from './record.ts';
import { isAdmission, isTask, type WorkerMessage, type WorkerTask } from './worker-messages.ts';

// A worker lives for many documents: loading the readers costs more than reading a short report. It ends with the
// process that started it, and leaves signals to that.
const peak = Peak.beat();
const say = (message: WorkerMessage): void => {
  process.send?.(message);
};
let isKept = false;
const admissions = new Map<number, () => void>();

async function work({ id, source, config, timeout, password, debugDir }: WorkerTask): Promise<void> {
  const size = source.bytes.byteLength;
  const budget = new Budget(timeout, config);
  const examination = await examine(source, config, {
    ...(password !== undefined && { password }),
    ...(debugDir !== undefined && { debugDir }),
    effort: budget,
    peak: peak.take,
    onStage: (stage, before) => {
      const { user, system } = process.cpuUsage();
      say({ id, kind: 'stage', stage, cpuMs: (user + system) / 1000, before });
    },
    onPage: () => {
      budget.renew();
      say({ id, kind: 'page' });
    },
    onPicture: () => {
      budget.look();
      say({ id, kind: 'alive' });
    },
    admit: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      admissions.set(id, resolve);
      say({ id, kind: 'waiting' });
      await promise;
      budget.renew();
    },
  });
  const bytes = serialize(recordOf(examination, size));
  const { maxRecordBytes } = config;
  const sent =
    bytes.byteLength <= maxRecordBytes
      ? bytes
      : serialize(heavyRecord(examination, size, bytes.byteLength, maxRecordBytes));
  // By now the functions that reading needs are compiled. Behind the record it would be too late: a worker that has
  // nothing more to do is killed.
  if (!isKept) flushCompileCache();
  isKept = true;
  say({ id, kind: 'record', bytes: sent });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
process.on('message', (message: unknown) => {
  if (isAdmission(message)) admissions.get(message.id)?.();
  if (isAdmission(message)) admissions.delete(message.id);
  if (isTask(message)) void work(message);
});
say({ kind: 'ready' });
