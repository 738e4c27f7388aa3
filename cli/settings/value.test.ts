import { describe, expect, it } from 'vitest';
import { allowedOf } from './allowed.ts';
import { SETTINGS, type Setting } from './setting.ts';
import { OTHER_SETTINGS, speaking } from './testing.ts';
import { checkedText, checkedValue } from './value.ts';

function named(name: string): Setting {
  const setting = [...SETTINGS, ...OTHER_SETTINGS].find((known) => known.name === name);
  if (setting === undefined) throw new Error(`no setting ${name}`);
  return setting;
}

const MIB = 1024 * 1024;

describe('checkedText', () => {
  it.each([
    ['maxPages', '12', 12],
    ['maxPages', ' 12 ', 12],
    ['maxFileBytes', '64MB', 64 * MIB],
    ['maxFileBytes', '64 MiB', 64 * MIB],
    ['maxFileBytes', '1.5g', 1.5 * 1024 * MIB],
    ['maxFileBytes', '2kb', 2048],
    ['maxFileBytes', '500B', 500],
    ['maxFileBytes', '1000', 1000],
    ['maxOutputBytes', '1TB', 1024 * 1024 * MIB],
    ['ocr', 'never', 'never'],
    ['rule', 'r-10, R-30-01,', ['R-10', 'R-30-01']],
    ['rule', '', []],
    ['stageSeconds.tables', '0.5', 0.5],
    ['maxShare', 'null', null],
    ['maxShare', '0.25', 0.25],
    ['isStrict', 'true', true],
    ['isStrict', 'false', false],
    ['depths', '1,-2', [1, -2]],
  ])('%s takes %j', (name, text, value) => {
    expect(checkedText(named(name), text)).toMatchObject({ success: true, data: value });
  });

  it.each([
    ['maxPages', '0'],
    ['maxPages', '1.5'],
    ['maxPages', '1e3'],
    ['maxPages', ''],
    ['maxPages', '64MB'],
    ['maxFileBytes', '-1'],
    ['maxFileBytes', '0MB'],
    ['maxFileBytes', '0.3B'],
    ['maxFileBytes', '64QB'],
    ['maxFileBytes', 'MB'],
    ['ocr', 'Never'],
    ['rule', 'R-10,R1'],
    ['jobs', '65'],
    ['maxShare', '2'],
    ['isStrict', 'yes'],
    ['stageSeconds.read', '0.5'],
    ['depths', '1,x'],
  ])('%s does not take %j', (name, text) => {
    expect(checkedText(named(name), text).success).toBe(false);
  });
});

describe('checkedValue', () => {
  it('takes what JSON has, sizes also as text, and no number as text', () => {
    expect(checkedValue(named('maxFileBytes'), '1MB')).toMatchObject({ success: true, data: MIB });
    expect(checkedValue(named('maxPages'), 7).success).toBe(true);
    expect(checkedValue(named('maxPages'), '7').success).toBe(false);
    expect(checkedValue(named('isStrict'), 'true').success).toBe(false);
  });
});

describe('allowedOf', () => {
  it.each([
    ['ocr', 'one of auto, always, never', ' auto、always、never 之一'],
    ['maxPages', 'a whole number from 1', '不小于 1 的整数'],
    ['jobs', 'a whole number from 1 up to 64', ' 1 至 64 的整数'],
    ['stageSeconds.tables', 'a number from 0', '不小于 0 的数'],
    ['maxShare', 'a number from 0 up to 1, or null', ' 0 至 1 的数，或null'],
    ['isStrict', 'one of true, false', ' true、false 之一'],
    ['depths', 'a list of a whole number', '列表，每项为整数'],
    [
      'rule',
      'a list of codes of rules (R-40-01) or of families (R-40)',
      '列表，每项为规则编号（R-40-01）或规则组（R-40）',
    ],
    [
      'maxFileBytes',
      'a whole number from 1, or a size such as 64MB or 1.5GB',
      '不小于 1 的整数，或 64MB、1.5GB 这样的大小',
    ],
  ])('%s: %s', (name, en, zh) => {
    expect(allowedOf(named(name), speaking('en'))).toBe(en);
    expect(allowedOf(named(name), speaking('zh'))).toBe(zh);
  });
});
