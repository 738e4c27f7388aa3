import { parentPort } from 'node:worker_threads';
import { examine } from './process.ts';
import { recordOf } from './record.ts';
import { isTask } from './worker-messages.ts';

// A worker lives for many documents: loading the readers costs more than reading a short report.
parentPort?.on('message', async (message: unknown) => {
  if (!isTask(message)) return;
  const { id, source, config, password, debugDir } = message;
  const size = source.bytes.byteLength;
  const examination = await examine(source, config, {
    ...(password !== undefined && { password }),
    ...(debugDir !== undefined && { debugDir }),
    onPage: (page) => parentPort?.postMessage({ id, page }),
  });
  parentPort?.postMessage({ id, record: recordOf(examination, size) });
});
