import { describe, expect, it } from 'vitest';
import { makeTable } from '../../fixtures/tables/make.ts';
import { readTable } from './read.ts';

const TABLE = '项目\t预算数\t2023年预算数\t2024年增减\n三公经费\t5.00\t6.00\t-1.00';

const phases = (planned: boolean) => {
  const { facts } = readTable(makeTable(TABLE), { fallbackUnit: '万元', documentYear: 2024, planned });
  return [...facts.values()].map(({ year, phase }) => `${year} ${phase}`);
};

describe('a plain 预算数', () => {
  it('is the initial budget in a budget', () =>
    expect(phases(true)).toEqual(['2024 initial', '2023 initial', '2024 unknown']));
  it('is left open in a final account', () =>
    expect(phases(false)).toEqual(['2024 unknown', '2023 unknown', '2024 unknown']));
});
