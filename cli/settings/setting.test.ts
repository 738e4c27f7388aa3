import { describe, expect, it } from 'vitest';
import { Config } from '../../model/config.ts';
import { nested, SETTINGS, valueAt } from './setting.ts';
import { DEFAULT_SETTINGS, Settings } from './shape.ts';
import { OTHER_SETTINGS } from './testing.ts';

describe('the settings', () => {
  it('are all limits of the stages, and what belongs to the command line', () => {
    const names = SETTINGS.map(({ name }) => name);
    for (const limit of Object.keys(Config.unwrap().shape))
      expect(names.some((name) => name === limit || name.startsWith(`${limit}.`))).toBe(true);
    expect(names).toEqual(expect.arrayContaining(['failOn', 'rule', 'ignore', 'lang', 'jobs', 'timeout']));
    expect(new Set(SETTINGS.map(({ variable }) => variable)).size).toBe(SETTINGS.length);
  });

  it.each(SETTINGS.map((setting) => [setting.name, setting] as const))(
    '%s says what it is for, in both languages',
    (_, { about }) => {
      expect(about?.en).toMatch(/^[^\p{Script=Han}]{4,}$/u);
      expect(about?.zh).toMatch(/\p{Script=Han}/u);
    },
  );

  it('have defaults that are allowed', () => {
    expect(Settings.parse({ ...DEFAULT_SETTINGS, lang: 'en' })).toEqual({ ...DEFAULT_SETTINGS, lang: 'en' });
  });
});

describe('settingsIn', () => {
  it('opens groups and names variables', () => {
    expect(OTHER_SETTINGS.map(({ name, variable }) => [name, variable])).toEqual([
      ['stageSeconds.read', 'DUIZHANG_STAGE_SECONDS_READ'],
      ['stageSeconds.tables', 'DUIZHANG_STAGE_SECONDS_TABLES'],
      ['maxOutputBytes', 'DUIZHANG_MAX_OUTPUT_BYTES'],
      ['maxShare', 'DUIZHANG_MAX_SHARE'],
      ['isStrict', 'DUIZHANG_IS_STRICT'],
      ['depths', 'DUIZHANG_DEPTHS'],
    ]);
  });
});

describe('nested', () => {
  it('gives back what valueAt takes apart', () => {
    const file = {
      stageSeconds: { read: 5, tables: 7 },
      maxOutputBytes: 1,
      maxShare: null,
      isStrict: false,
      depths: [],
    };
    expect(nested(OTHER_SETTINGS.map((setting) => [setting, valueAt(file, setting.path)]))).toEqual(file);
    expect(valueAt(file, ['stageSeconds', 'none', 'deeper'])).toBeUndefined();
    expect(valueAt(null, ['a'])).toBeUndefined();
  });
});
