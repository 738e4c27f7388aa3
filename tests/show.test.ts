import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../fixtures/pdf/make.ts';
import { BROKEN_BY_PAGES } from '../fixtures/pdf/reports.ts';
import { duizhang, FIXTURES, temporaryFolder, WRONG_SHARE } from './command.ts';

function report(): string {
  const path = join(temporaryFolder(), 'report.pdf');
  writeFileSync(path, makePdf(BROKEN_BY_PAGES));
  return path;
}

describe('show', () => {
  it('draws a page of a PDF into a file', async () => {
    const path = report();
    const output = join(temporaryFolder(), 'page.svg');
    const { code, stdout, stderr } = await duizhang(['show', path, '--page', '2', '-o', output]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    const drawn = readFileSync(output, 'utf8');
    for (const layer of ['glyphs', 'rulings', 'cells', 'tables', 'paragraphs'])
      expect(drawn).toContain(`<g id="${layer}">`);
    expect(drawn).toContain('report.pdf, 2/3');
    expect(drawn).not.toContain('<g id="edges">');
  });

  it('prints the layers asked for', async () => {
    const { stdout } = await duizhang(['show', report(), '--layers', 'edges,rulings']);
    expect([...stdout.matchAll(/<g id="(\w+)">/gu)].map((match) => match[1])).toEqual(['rulings', 'edges']);
  });

  it('lights up the findings of a text report, in the language asked for', async () => {
    const { code, stdout } = await duizhang(['show', WRONG_SHARE, '--lang', 'zh']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/class="(?:suspect|stated)"[^>]*><title>R-30-\d\d [^<]*[\u4e00-\u9fff]/u);
  });

  it.each([
    ['a page that is not there', ['--page', '4'], 'has no page 4: it has 3 pages'],
    ['a page that is no number', ['--page', 'two'], 'two'],
    ['an unknown layer', ['--layers', 'glyphs,ink'], 'ink is no layer'],
    ['a file that cannot be written', ['-o', join('not-there', 'a.svg')], 'cannot be written'],
  ])('%s ends with 64 and one sentence', async (_, args, told) => {
    const { code, stdout, stderr } = await duizhang(['show', report(), ...args], { cwd: temporaryFolder() });
    expect(code).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toContain(told);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  it('says why a file cannot be drawn', async () => {
    const { code, stdout, stderr } = await duizhang(['show', join(FIXTURES, 'damaged.pdf')]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/\[(?:damaged|no-pages)\]/u);
  });

  it('has help in both languages', async () => {
    expect((await duizhang(['show', '--help'])).stdout).toContain('number of the page');
    expect((await duizhang(['show', '--help', '--lang', 'zh'])).stdout).toContain('页码');
  });
});
