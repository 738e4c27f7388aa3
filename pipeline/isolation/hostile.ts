import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

// For tests: a worker that does what the name of the document says. It speaks as the pipeline's own worker does.
const SCRIPT = `
import { serialize } from 'node:v8';
import { Peak } from ${JSON.stringify(new URL('./peak.ts', import.meta.url).href)};
Peak.beat();
let count = 0;
const kept = [];
const cpuMs = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const DEEDS = {
  exit: () => process.exit(3),
  throw: () => { throw new Error('broken on purpose'); },
  'throw-later': () => new Promise(() => setTimeout(() => { throw new Error('broken behind the back'); }, 5)),
  reject: () => { void Promise.reject(new Error('rejected behind the back')); return new Promise(() => undefined); },
  hang: () => { for (;;); },
  sleep: () => new Promise(() => setInterval(() => undefined, 1000)),
  kill: () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => undefined); },
  heap: () => { for (;;) kept.push(new Array(1000).fill({ kept })); },
  buffers: async () => {
    // Slowly enough to be seen, for a test must not fill the machine.
    for (;;) { kept.push(new Uint8Array(16 * 1024 * 1024).fill(1)); await new Promise((go) => setTimeout(go, 10)); }
  },
};
process.on('disconnect', () => process.exit());
process.on('message', async (message) => {
  if (message.kind === 'admitted') return void resume.get(message.id)?.();
  count += 1;
  const { id, source } = message;
  const { name, bytes } = source;
  process.send({ id, kind: 'stage', stage: 'read', cpuMs: cpuMs(), before: null });
  const before = { stage: 'read', wallMs: 1, cpuMs: 1, peakBytes: 1 };
  process.send({ id, kind: 'stage', stage: 'tables', cpuMs: cpuMs(), before });
  if (name === 'slow') for (let page = 1; page <= 4; page += 1) {
    await new Promise((go) => setTimeout(go, 600));
    process.send({ id, kind: 'page' });
  }
  if (name.startsWith('recognize')) {
    process.send({ id, kind: 'waiting' });
    await new Promise((go) => resume.set(id, go));
    process.send({ id, kind: 'page' });
    await new Promise((go) => setTimeout(go, 50));
  }
  await DEEDS[name]?.();
  const record = { report: { name, pid: process.pid, count }, bytes: bytes.byteLength };
  process.send({ id, kind: 'record', bytes: serialize(record) });
  if (name === 'exit-later') setTimeout(() => process.exit(1), 10);
});
const resume = new Map();
process.send({ kind: 'ready' });
`;

/** The address of the script; it is gone after the test. */
export function hostileScript(): URL {
  const folder = mkdtempSync(join(tmpdir(), 'duizhang-worker-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'worker.mjs');
  writeFileSync(script, SCRIPT);
  return pathToFileURL(script);
}
