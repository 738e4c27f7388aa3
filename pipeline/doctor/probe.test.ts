import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tesseract } from '../../extractors/recognition/tesseract.ts';
import { fail, ok } from '../../model/status.ts';
import { lookedAt } from './probe.ts';
import { imagesProbe, pdfProbe } from './readers.ts';
import { ppocrProbe, tesseractProbe } from './recognition.ts';
import { PROBES } from './registry.ts';
import { sqliteProbe } from './sqlite.ts';
import { memoryProbe, nodeProbe, temporaryProbe } from './system.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'duizhang-doctor-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('a whole installation', () => {
  it.each([...Object.entries(PROBES)])('has %s', async (_, probe) => {
    expect(await lookedAt(probe)).toMatchObject({ state: expect.stringMatching(/^(?:ok|low)$/u) });
  });
});

describe('an installation without a part', () => {
  it('an older Node', async () => {
    expect(await lookedAt(nodeProbe('20.20.2', 'node'))).toEqual({
      state: 'missing',
      detail: '20.20.2 (node)',
    });
  });

  it('a library that cannot be loaded', async () => {
    const gone = sqliteProbe(() => Promise.reject(new Error('Cannot find package')));
    expect(await lookedAt(gone)).toEqual({ state: 'missing', detail: 'Cannot find package' });
  });

  it.each([
    ['missing', undefined],
    ['broken', 'no gzip'],
  ])('language data that is %s', async (_, content) => {
    const made = folder();
    if (content !== undefined) writeFileSync(path.join(made, 'chi_sim.traineddata.gz'), content);
    const probed = await lookedAt(tesseractProbe('page', async () => tesseract({ folderOf: () => made })));
    expect(probed.state).toBe('missing');
    expect(probed.detail).toContain('chi_sim.traineddata.gz');
  });

  it('PP-OCR that was not added, and one whose model is broken', async () => {
    const load = async () => fail('no-engine', 'PP-OCR cannot start: no model');
    expect(await lookedAt(ppocrProbe(async () => ({ isInstalled: () => false, load })))).toEqual({
      state: 'absent',
      detail: '',
    });
    expect(await lookedAt(ppocrProbe(async () => ({ isInstalled: () => true, load })))).toEqual({
      state: 'missing',
      detail: 'PP-OCR cannot start: no model',
    });
    const closed: string[] = [];
    const close = async () => {
      closed.push('closed');
    };
    const works = ppocrProbe(async () => ({ isInstalled: () => true, load: async () => ok({ close }) }));
    expect([(await lookedAt(works)).state, closed]).toEqual(['ok', ['closed']]);
  });

  it('pdf.js without its character maps, or without one of its folders', async () => {
    const made = folder();
    const whole = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    mkdirSync(path.join(made, 'cmaps'));
    for (const part of ['standard_fonts', 'wasm'])
      cpSync(path.join(whole, part), path.join(made, part), { recursive: true });
    const probe = pdfProbe(async () => ({ folder: made, version: '6' }));
    expect(await lookedAt(probe)).toEqual({
      state: 'missing',
      detail: 'pdf.js 6 without cmaps/GBK-EUC-H.bcmap, cmaps/UniGB-UCS2-H.bcmap',
    });
    rmSync(path.join(made, 'wasm'), { recursive: true });
    expect((await lookedAt(probe)).detail).toContain('wasm/openjpeg.wasm');
  });

  it('an image library without a form', async () => {
    const probe = imagesProbe(async () => ({ version: '8', reads: (format) => format !== 'tiff' }));
    expect(await lookedAt(probe)).toEqual({ state: 'missing', detail: 'libvips 8 without tiff' });
  });

  it('no folder for temporary files', async () => {
    const gone = path.join(folder(), 'none');
    expect(await lookedAt(temporaryProbe(gone))).toMatchObject({
      state: 'missing',
      detail: expect.stringContaining('ENOENT'),
    });
  });

  it('little memory is low, as a container allows it', async () => {
    const GIB = 1024 ** 3;
    const memory = (limit: number) => memoryProbe(() => ({ total: 8 * GIB, free: GIB, limit }));
    expect(await lookedAt(memory(GIB / 2))).toEqual({
      state: 'low',
      detail: '8192 MB, 1024 MB free, limit 512 MB',
    });
    expect(await lookedAt(memory(8 * GIB))).toEqual({ state: 'ok', detail: '8192 MB, 1024 MB free' });
  });
});
