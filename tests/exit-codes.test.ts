import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../cli/program.ts';
import { speaking } from '../cli/settings/testing.ts';
import { CONSISTENT, duizhang, FIXTURES, WRONG_SHARE } from './command.ts';

const LINKED = fileURLToPath(new URL('../fixtures/link', import.meta.url));
/** Milliseconds; a busy machine starts a process in seconds. */
const GENEROUS = 120_000;
const HAN = /\p{Script=Han}/u;

/** Files by the names that the command lines below use. */
const place = { folder: '' };

beforeAll(async () => {
  place.folder = mkdtempSync(join(tmpdir(), 'duizhang-exit-'));
  const at = (name: string) => join(place.folder, name);
  copyFileSync(CONSISTENT, at('right.txt'));
  copyFileSync(WRONG_SHARE, at('wrong.txt'));
  copyFileSync(join(FIXTURES, 'damaged.pdf'), at('damaged.pdf'));
  writeFileSync(at('partial.txt'), '某县文化馆2024年度部门决算\n本年支出合计500.00万元\u0001。\n');
  writeFileSync(at('notes.txt'), 'This is a text and no database. '.repeat(100));
  writeFileSync(at('bad.json'), '{"ocr":"often"}');
  for (const part of ['clean', 'R-90-03']) cpSync(join(LINKED, part), at('years'), { recursive: true });
  const { code } = await duizhang(['ingest', 'years', '--db', 'a.sqlite'], { cwd: place.folder });
  expect(code).toBe(0);
}, GENEROUS);
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

/** Every command with every code that it can end with; `ingest` and 0 come first of all, pages that are not there with `show`. */
const CASES: readonly (readonly [line: string, code: number])[] = [
  ['check right.txt', 0],
  ['check wrong.txt', 1],
  ['check partial.txt', 0],
  ['check wrong.txt damaged.pdf right.txt', 2],
  ['check right.txt --nope', 64],
  ['extract wrong.txt', 0],
  ['extract damaged.pdf', 2],
  ['extract none.txt', 64],
  ['ingest right.txt damaged.pdf --db c.sqlite', 2],
  ['ingest right.txt', 64],
  ['findings --db a.sqlite', 0],
  ['findings --db notes.txt', 2],
  ['findings --db none.sqlite', 64],
  ['tables --db a.sqlite --format ndjson', 0],
  ['tables --db notes.txt', 2],
  ['tables', 64],
  ['facts --db a.sqlite --format csv', 0],
  ['facts --db notes.txt', 2],
  ['facts --db a.sqlite --year none', 64],
  ['link --db a.sqlite --fail-on never', 0],
  ['link --db a.sqlite --fail-on info', 1],
  ['link --db notes.txt', 2],
  ['link --db a.sqlite --rule R1', 64],
  ['export --db a.sqlite --to csv', 0],
  ['export --db notes.txt --to csv', 2],
  ['export --db a.sqlite --to pdf', 64],
  ['rules R-30', 0],
  ['rules R-99', 64],
  ['show wrong.txt', 0],
  ['show damaged.pdf', 2],
  ['config --set ocr=never', 0],
  ['config --config bad.json', 64],
  ['doctor --format json', 0],
  ['doctor --format xml', 64],
  ['completion fish', 0],
  ['completion csh', 64],
];

describe('every command ends with the code that is promised', () => {
  it.each(CASES.map(([line, code], index) => [line, code, index % 2 === 0 ? 'en' : 'zh'] as const))(
    '%s: %i (%s)',
    async (line, code, lang) => {
      const ended = await duizhang([...line.split(' '), '--lang', lang], { cwd: place.folder });
      expect(ended.code).toBe(code);
      if (code === 64) expect(ended.stdout).toBe('');
      if (line.includes('partial')) expect(ended.stderr).toMatch(/read in part|部分读取/u);
    },
    GENEROUS,
  );

  it.each(CASES.filter(([, code]) => code === 64).map(([line]) => [line]))(
    '%s: one sentence in each language',
    async (line) => {
      for (const language of ['en', 'zh'] as const) {
        const told: string[] = [];
        const context = speaking(language, {
          folder: place.folder,
          out: () => undefined,
          err: (text) => told.push(text),
        });
        const args = line.split(' ').map((word) => (word.includes('.') ? join(place.folder, word) : word));
        expect(await run(args, context)).toBe(64);
        expect(told).toHaveLength(2);
        expect(told.map((text) => HAN.test(text))).toEqual(language === 'zh' ? [true, true] : [false, false]);
      }
    },
  );
});
