import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { OCR_ENGINES } from '../model/config.ts';
import { Report } from '../model/report.ts';
import { duizhang } from './command.ts';

const SCAN = 'fixtures/scans/expenditure.png';
const SECONDS = 120_000;

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'duizhang-scan-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe('check of a scan', () => {
  it.each(OCR_ENGINES)(
    'reads its table, says how sure every figure is and finds nothing wrong, by %s',
    async (engine) => {
      const pictures = folder();
      const options = ['--format', 'json', '--ocr-engine', engine, '--debug-dir', pictures];
      const { stdout, code } = await duizhang(['check', SCAN, ...options]);
      const report = Report.parse(JSON.parse(stdout));
      expect([code, report.status, report.findings]).toEqual([0, 'ok', []]);
      const [table] = report.tables;
      const figures = table?.cells.filter((cell) => cell.value !== undefined) ?? [];
      expect(figures.map(({ text }) => text)).toEqual([
        '1,204.50',
        '1,198.36',
        '86.20',
        '90.75',
        '0.00',
        '12.08',
        '1,290.70',
        '1,301.19',
      ]);
      expect(figures.every(({ how, readings }) => how === 'voted' && (readings?.length ?? 0) >= 2)).toBe(
        true,
      );
      expect(readdirSync(pictures)).toContain('expenditure.png-p1-5-clean.png');
    },
    SECONDS,
  );

  it(
    'is left alone where nothing is to be recognized',
    async () => {
      const { stdout, code } = await duizhang(['check', SCAN, '--format', 'json', '--ocr', 'never']);
      expect(code).toBe(2);
      const { reasons } = z
        .object({ reasons: z.array(z.object({ code: z.string() })) })
        .parse(JSON.parse(stdout));
      expect(reasons).toMatchObject([{ code: 'no-text' }]);
    },
    SECONDS,
  );
});

describe('recognition', () => {
  it(
    'opens no connection',
    () => {
      const home = folder();
      const block = path.join(home, 'block.cjs');
      writeFileSync(
        block,
        `const refuse = () => { console.error('CONNECTION'); process.exit(9); };
       require('node:net').Socket.prototype.connect = refuse;
       require('node:dns').lookup = refuse;
       globalThis.fetch = refuse;`,
      );
      const control = path.join(home, 'thread.mjs');
      writeFileSync(
        control,
        `import { isMainThread, Worker } from 'node:worker_threads';
       if (isMainThread) new Worker(new URL(import.meta.url)); else await fetch('http://127.0.0.1:9');`,
      );
      // Threads take over what the process is told to load first.
      const node = (file: string) =>
        spawnSync(process.execPath, ['--require', block, file], { encoding: 'utf8' });
      expect(node(control).stderr).toContain('CONNECTION');
      const script = path.join(home, 'read.mjs');
      const room = new URL('../extractors/', import.meta.url);
      writeFileSync(
        script,
        `import { readFileSync } from 'node:fs';
       import { imageFormat } from '${new URL('formats/image/format.ts', room).href}';
       const bytes = readFileSync(${JSON.stringify(path.resolve(SCAN))});
       const source = { name: 'a.png', path: 'a.png', sha256: '', bytes };
       const recognition = { mode: 'auto', maxPages: 1 };
       const read = await imageFormat.read(source, { maxLineBytes: 1, maxPages: 1, recognition });
       console.log(read.ok ? read.value.pages[0].text : read.reason.message);`,
      );
      // Threads take over what the process is told to load first.
      const run = node(script);
      expect(run.stderr).not.toContain('CONNECTION');
      expect(run.stdout).toContain('1,301.19');
      expect(run.status).toBe(0);
    },
    SECONDS,
  );
});
