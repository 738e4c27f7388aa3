import { describe, expect, it } from 'vitest';
import {
  ACCOUNT_CODES,
  classOf,
  codeOfName,
  codesOfName,
  levelOfCode,
  nameOf,
  namesOf,
  parentOf,
} from './codes.ts';

describe('account codes', () => {
  it('names classes, divisions and items', () => {
    expect(nameOf('208')).toBe('社会保障和就业支出');
    expect(nameOf('2080505')).toContain('基本养老保险');
    expect(nameOf('999')).toBeNull();
  });

  it('knows old names', () => {
    expect(namesOf('210')).toContain('医疗卫生与计划生育支出');
    expect(codeOfName('医疗卫生与计划生育支出', 'functional')).toBe('210');
    expect(codeOfName(' 住房 公积金', 'functional')).toBe('2210201');
  });

  it('does not choose among several codes of one name', () => {
    expect(codeOfName('行政运行', 'functional')).toBeNull();
    expect(codesOfName('行政运行', 'functional').length).toBeGreaterThan(5);
  });

  it('splits codes by their length', () => {
    expect(levelOfCode('20805')).toBe('division');
    expect(levelOfCode('2080')).toBeNull();
    expect(classOf('2080505')).toBe('208');
    expect(parentOf('2080505')).toBe('20805');
    expect(parentOf('208')).toBeNull();
  });

  it('holds only codes of 3, 5 or 7 digits', () => {
    expect(ACCOUNT_CODES.filter((entry) => levelOfCode(entry.code) === null)).toEqual([]);
  });
});
