import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FUNDS, METRICS } from '../../model/keys.ts';
import { directionOf, fundOfWords, fundsNamed } from './vocabulary.ts';
import { fundWithin, metricWithin } from './within.ts';
import { isSilent, senseOf } from './words.ts';

describe('the words of the field', () => {
  it.each([
    ['本年收入合计', 'income', null],
    ['一般公共预算财政拨款收入', null, 'general-public'],
    ['政府性基金', null, 'government-fund'],
    ['国有资本经营预算资金', null, 'state-capital'],
    ['财政专户管理资金', null, 'special-account'],
    ['财政拨款收入', 'income', 'fiscal'],
    ['财政拨款基本支出', 'basic', 'fiscal'],
    ['一般公共预算基本支出', 'basic', 'general-public'],
    ['事业收入', 'income.business', 'other'],
    ['使用非财政拨款结余(含专用结余)', 'surplus.used', null],
    ['年初财政拨款结转和结余', 'opening', 'fiscal'],
    ['结转下年资金', 'closing', null],
    ['合计', null, null],
  ])('%s', (word, metric, fund) => expect(senseOf(word)).toEqual({ metric, fund }));

  it.each(['差异金额', '比上年增减', '其中:工资', '人均占有资产', '单位预留机动经费', '基本支出结转'])(
    '%s is not known',
    (word) => expect(senseOf(word)).toBeNull(),
  );

  it.each(['年初预算数', '2024年度', '决算数', '全年预算数(万元)', '上年决算数', '金额', '项目'])(
    '%s only tells the period or opens a list',
    (word) => expect(isSilent(word)).toBe(true),
  );
  it.each(['收入', '本年支出', '基本支出', '差异'])('%s says something', (word) =>
    expect(isSilent(word)).toBe(false),
  );
});

describe('funds', () => {
  it('are none where words name two budgets, and the class of general public services is no fund', () => {
    expect(fundOfWords('一般公共预算财政拨款')).toBe('general-public');
    expect(fundOfWords('一般公共预算和政府性基金预算')).toBeNull();
    expect(fundOfWords('一般公共服务支出')).toBeNull();
    expect(fundsNamed('政府性基金预算财政拨款')).toEqual(['government-fund', 'fiscal']);
  });
});

describe('parts within a whole', () => {
  const funds = fc.option(fc.constantFrom(...FUNDS), { nil: null });
  const metrics = fc.option(fc.constantFrom(...METRICS), { nil: null });

  it('are the part, the whole, or nothing at all', () =>
    fc.assert(
      fc.property(metrics, metrics, (whole, part) => {
        const joined = metricWithin(whole, part);
        return joined === undefined || joined === whole || joined === part;
      }),
    ));
  it('with themselves, and with what is not said, change nothing', () =>
    fc.assert(
      fc.property(metrics, funds, (metric, fund) => {
        expect([
          metricWithin(metric, metric),
          metricWithin(metric, null),
          metricWithin(null, metric),
        ]).toEqual([metric, metric, metric]);
        expect([fundWithin(fund, fund), fundWithin(fund, null), fundWithin(null, fund)]).toEqual([
          fund,
          fund,
          fund,
        ]);
      }),
    ));
  it('two budgets have nothing in common', () =>
    expect(fundWithin('general-public', 'government-fund')).toBeUndefined());
  it('every metric but a rate has a direction', () =>
    expect(METRICS.filter((metric) => directionOf(metric) === null)).toEqual(['execution-rate']));
});
