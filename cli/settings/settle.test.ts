import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it, onTestFinished } from 'vitest';
import { UsageError } from '../exit.ts';
import { fromEnvironment } from './environment.ts';
import { findConfig, fromFile, languageIn } from './file.ts';
import { addSettings, settingOption } from './flags.ts';
import { SETTINGS } from './setting.ts';
import { type Settled, settingsOf } from './settle.ts';
import { DEFAULT_SETTINGS } from './shape.ts';
import { OTHER_SETTINGS, OTHER_SHAPE, speaking } from './testing.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'duizhang-settings-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function fileWith(text: string): string {
  const path = join(folder(), 'duizhang.config.json');
  writeFileSync(path, text);
  return path;
}

const sentence = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return '';
};

describe('fromEnvironment', () => {
  const from = (env: Record<string, string>) => fromEnvironment(env, speaking(), OTHER_SETTINGS);

  it('takes every setting of any shape', () => {
    const layer = from({
      DUIZHANG_STAGE_SECONDS_READ: '5',
      DUIZHANG_MAX_OUTPUT_BYTES: '2k',
      DUIZHANG_IS_STRICT: '',
      PATH: '/bin',
    });
    expect([...layer].map(([name, { value }]) => [name, value])).toEqual([
      ['stageSeconds.read', 5],
      ['maxOutputBytes', 2048],
    ]);
  });

  it('says which variable is wrong, and what is allowed', () => {
    expect(sentence(() => from({ DUIZHANG_IS_STRICT: 'maybe' }))).toBe(
      'DUIZHANG_IS_STRICT: isStrict cannot be "maybe"; it takes one of true, false',
    );
    expect(sentence(() => from({ DUIZHANG_IS_STRIKT: 'true' }))).toBe(
      'DUIZHANG_IS_STRIKT: there is no such setting; did you mean DUIZHANG_IS_STRICT?',
    );
  });
});

describe('fromFile', () => {
  const from = (text: string, language: 'en' | 'zh' = 'en') =>
    fromFile(fileWith(text), speaking(language), OTHER_SHAPE, OTHER_SETTINGS);

  it('takes every setting of any shape, in its groups', () => {
    const layer = from(
      '\uFEFF{"$schema":"a","stageSeconds":{"read":5},"maxShare":null,"maxOutputBytes":"1MB"}',
    );
    expect([...layer].map(([name, { value }]) => [name, value])).toEqual([
      ['stageSeconds.read', 5],
      ['maxOutputBytes', 1024 * 1024],
      ['maxShare', null],
    ]);
  });

  it.each([
    ['{"isStrikt":true}', 'there is no setting isStrikt; did you mean isStrict?'],
    ['{"stageSeconds":{"raed":1}}', 'there is no setting stageSeconds.raed; did you mean stageSeconds.read?'],
    ['{"stageSeconds":{"read":0}}', 'stageSeconds.read cannot be 0; it takes a whole number from 1'],
    ['{"stageSeconds":5}', 'stageSeconds: must be an object: {"name": value, …}'],
    ['{"isStrict":"true"}', 'isStrict cannot be "true"; it takes one of true, false'],
    ['[]', 'must be an object: {"name": value, …}'],
    ['', 'is not JSON'],
  ])('says what is wrong with %s', (text, told) => {
    const said = sentence(() => from(text));
    expect(said).toContain('duizhang.config.json');
    expect(said).toContain(told);
    expect(said).not.toContain('\n');
    expect(sentence(() => from(text, 'zh'))).toMatch(/\p{Script=Han}/u);
  });

  it('says that a file cannot be read', () => {
    expect(sentence(() => fromFile(join(folder(), 'none.json'), speaking()))).toContain('cannot be read');
  });
});

describe('findConfig', () => {
  it('takes the nearest, here or above, up to the root', () => {
    const top = folder();
    const below = join(top, 'a', 'b');
    mkdirSync(below, { recursive: true });
    expect(findConfig(below)).toBeUndefined();
    writeFileSync(join(top, 'duizhang.config.json'), '{}');
    expect(findConfig(below)).toBe(join(top, 'duizhang.config.json'));
    writeFileSync(join(top, 'a', 'duizhang.config.json'), '{}');
    expect(findConfig(below)).toBe(join(top, 'a', 'duizhang.config.json'));
  });
});

describe('languageIn', () => {
  it('is what the file says, and nothing where that cannot be read', () => {
    expect(languageIn(fileWith('{"lang":"zh"}'))).toBe('zh');
    expect(languageIn(fileWith('{"lang'))).toBeUndefined();
    expect(languageIn(undefined)).toBeUndefined();
  });
});

/** The settings of a command that is called so, in a folder with this configuration. */
function settled(args: readonly string[], env: Record<string, string>, file?: object): Settled {
  const here = folder();
  if (file !== undefined) writeFileSync(join(here, 'duizhang.config.json'), JSON.stringify(file));
  const context = speaking('en', { env, folder: here });
  const results: Settled[] = [];
  const program = new Command('duizhang')
    .exitOverride()
    .addOption(settingOption('lang', context))
    .option('--config <file>')
    .option('--no-config');
  const command = program.command('check').action((_, called: Command) => {
    results.push(settingsOf(called, context));
  });
  addSettings(command, ['ocr', 'rule', 'jobs'], context);
  program.parse(['check', ...args], { from: 'user' });
  const [result] = results;
  if (result === undefined) throw new Error('the command was not called');
  return result;
}

const sourceOf = ({ sourceOf: of }: Settled, name: string) => {
  const setting = SETTINGS.find((known) => known.name === name);
  return setting === undefined ? undefined : of(setting).kind;
};

describe('settingsOf', () => {
  it('are the defaults where nothing is said', () => {
    const none = settled([], {});
    expect(none.settings).toEqual({ ...DEFAULT_SETTINGS, lang: 'en' });
    expect(none.file).toBeUndefined();
    expect([sourceOf(none, 'ocr'), sourceOf(none, 'lang')]).toEqual(['default', 'locale']);
  });

  it('come from flags, then the environment, then the file, then the defaults', () => {
    const file = { ocr: 'never', jobs: 3, maxPages: 9, rule: ['R-10'] };
    const env = { DUIZHANG_OCR: 'always', DUIZHANG_JOBS: '4', DUIZHANG_RULE: 'R-20' };
    const all = settled(
      ['--ocr', 'auto', '--set', 'ocr=never', '--rule', 'R-30', '--rule', 'r-40'],
      env,
      file,
    );
    expect(all.settings).toMatchObject({ ocr: 'auto', jobs: 4, maxPages: 9, rule: ['R-30', 'R-40'] });
    expect(['ocr', 'jobs', 'maxPages', 'timeout', 'rule'].map((name) => sourceOf(all, name))).toEqual([
      'flag',
      'environment',
      'file',
      'default',
      'flag',
    ]);
    expect(settled(['--set', 'maxPages=5', '--set', 'maxPages=6'], env, file).settings.maxPages).toBe(6);
    expect(settled(['--no-config'], {}, file).settings.maxPages).toBe(DEFAULT_SETTINGS.maxPages);
    expect(settled([], {}, { lang: 'zh' }).settings.lang).toBe('zh');
  });

  it('are wrong usage where any source is wrong, even one that another overrules', () => {
    expect(sentence(() => settled(['--ocr', 'auto'], { DUIZHANG_OCR: 'x' }))).toContain('DUIZHANG_OCR');
    expect(sentence(() => settled(['--set', 'ocr'], {}))).toBe('--set takes name=value, not ocr');
    expect(sentence(() => settled(['--set', 'orc=1'], {}))).toContain('did you mean ocr?');
    expect(sentence(() => settled(['--set', 'ocr=1'], {}))).toContain('--set: ocr cannot be "1"');
    expect(sentence(() => settled(['--jobs', '0'], {}))).toContain('--jobs: jobs cannot be "0"');
    expect(sentence(() => settled(['--config', 'none.json'], {}))).toContain('none.json cannot be read');
  });
});
