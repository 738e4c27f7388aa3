import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { drawn } from './image/testing.ts';
import { tesseract } from './tesseract.ts';
import { legible } from './testing.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'duizhang-languages-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it('says that a language file is missing instead of waiting for it', async () => {
  const empty = folder();
  const engine = tesseract({ folderOf: () => empty });
  const read = await engine.recognize(legible(drawn(50, 50)), 'page');
  expect(read).toMatchObject({ ok: false, reason: { code: 'no-engine' } });
  if (!read.ok) expect(read.reason.message).toContain('chi_sim.traineddata.gz');
  await engine.close();
});

it('says that a language file is broken', async () => {
  const broken = folder();
  writeFileSync(path.join(broken, 'eng.traineddata.gz'), 'no such data');
  const engine = tesseract({ folderOf: () => broken });
  expect(await engine.recognize(legible(drawn(50, 50)), 'digits')).toMatchObject({
    ok: false,
    reason: { code: 'no-engine' },
  });
  await engine.close();
});

it('ends with an error where the engine was ended before its work was done', async () => {
  const engine = tesseract();
  expect(await engine.recognize(legible(drawn(80, 60)), 'digits')).toMatchObject({ ok: true });
  const busy = engine.recognize(legible(drawn(2400, 3000, [[100, 100, 2300, 2900]])), 'digits');
  await engine.close();
  expect(await busy).toMatchObject({ ok: false, reason: { code: 'recognition-failed' } });
}, 60_000);
