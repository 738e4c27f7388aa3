import { describe, expect, it } from 'vitest';
import { tableKeys } from './keys.ts';
import { read } from './testing.ts';

describe('a table of many rows', () => {
  /** How often the rows and the figures of a table are looked at, by made tables of two sizes. */
  function looks(rows: number): number {
    const lines = Array.from(
      { length: rows },
      (_, i) => `208${String(i % 10_000).padStart(4, '0')}\t事项${i}\t2.00\t1.00\t1.00`,
    );
    const table = read(['科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出', ...lines].join('\n'), {
      title: '支出决算表',
    });
    let count = 0;
    const counted = <T extends object>(target: T): T =>
      new Proxy(target, {
        get(object, property) {
          count += 1;
          const value: unknown = Reflect.get(object, property);
          return typeof value === 'function' ? value.bind(object) : value;
        },
      });
    tableKeys({ ...table, rows: counted(table.rows), facts: counted(table.facts) });
    return count;
  }
  it('is looked at a fixed number of times a row', () => {
    const [few, many] = [looks(2_000), looks(20_000)];
    expect(many).toBeGreaterThan(20_000);
    expect(many / few).toBeLessThan(10.5);
  }, 60_000);
});
