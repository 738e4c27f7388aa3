import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { toBigrams, toSearch } from './grams.ts';

/** Whether a text is found by words, through the real index. */
function finds(text: string, words: string): boolean {
  const db = new Database(':memory:');
  db.exec("CREATE VIRTUAL TABLE s USING fts5 (grams, tokenize='unicode61 remove_diacritics 0')");
  db.prepare('INSERT INTO s VALUES (?)').run(toBigrams(text));
  const search = toSearch(words);
  const count = db.prepare('SELECT count(*) FROM s WHERE s MATCH ?').pluck();
  return search !== null && count.get(search) === 1;
}

describe('toBigrams', () => {
  it('gives pairs and the last character', () => {
    expect(toBigrams('住房公积金')).toBe('住房 房公 公积 积金 金');
    expect(toBigrams('金')).toBe('金');
  });
  it('keeps words and figures whole, without grouping', () => {
    expect(toBigrams('支出１,234.50万元，GDP')).toBe('支出 出 1234 50 万元 元 gdp');
  });
  it('drops the padding inside words', () => {
    expect(toBigrams('合　　计')).toBe('合计 计');
  });
});

describe('searching', () => {
  const text = '2024年度住房公积金支出12.50万元，合　计 500.00 万元。';
  it.each([
    ['住房'],
    ['合计'],
    ['公积金'],
    ['住房公积金支出'],
    ['金'],
    ['度'],
    ['2024年'],
    ['2024年度'],
    ['12.50万元'],
    ['合计 住房'],
    ['500.00'],
  ])('finds %s', (words) => {
    expect(finds(text, words)).toBe(true);
  });
  it.each([['房住'], ['住金'], ['合计 工资'], ['2023年'], ['50.12']])('does not find %s', (words) => {
    expect(finds(text, words)).toBe(false);
  });
  it('gives nothing for what has no letters', () => {
    expect(toSearch('  ，。" ')).toBe(null);
  });
  it('never breaks out of the query', () => {
    expect(finds('一"二', '一" OR "二')).toBe(false);
    expect(finds('支出 NEAR 收入', 'NEAR')).toBe(true);
  });
});
