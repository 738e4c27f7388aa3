import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkedDocument, LinkStatement } from '../../model/link.ts';
import { ENTITY, type GivenFigure, linkedDocument, sliceOf } from './example.ts';
import { linkSlice } from './link.ts';
import type { LinkSlice } from './rule.ts';

const audit = (documents: readonly LinkedDocument[], more: Partial<LinkSlice> = {}) =>
  linkSlice(sliceOf(documents, more));
const ofRule = (rule: string, documents: readonly LinkedDocument[], more: Partial<LinkSlice> = {}) =>
  audit(documents, more).statements.filter((statement) => statement.rule === rule);
const verdicts = (statements: readonly LinkStatement[]) =>
  statements.map(({ verdict, reason }) => reason ?? verdict);

const account = (year: number, ...figures: readonly GivenFigure[]) => linkedDocument({ year, figures });
const prior = (amount: string, more: Partial<GivenFigure> = {}): GivenFigure => ({
  amount,
  phase: 'prior',
  year: 2023,
  ...more,
});

describe('R-90-01', () => {
  const told = (...documents: readonly LinkedDocument[]) => verdicts(ofRule('R-90-01', documents));

  it('holds what is printed of last year against last year’s report', () => {
    expect(told(account(2023, { amount: '8.45' }), account(2024, prior('8.45')))).toEqual(['exact']);
    expect(told(account(2023, { amount: '8.45' }), account(2024, prior('8.54')))).toEqual(['inconsistent']);
  });
  it('minds how precisely each is printed', () => {
    const exact = { amount: '84,512.30', unit: '元' };
    expect(told(account(2023, exact), account(2024, prior('8.45')))).toEqual(['rounding']);
    expect(told(account(2023, exact), account(2024, prior('8.46')))).toEqual(['inconsistent']);
  });
  it('takes the year before from an amount and its change', () => {
    const implied = (change: string, sign: 1 | -1) =>
      linkedDocument({ changes: [[{ amount: '9.26' }, change, sign]] });
    expect(told(account(2023, { amount: '8.45' }), implied('0.81', 1))).toEqual(['exact']);
    expect(told(account(2023, { amount: '8.45' }), implied('0.81', -1))).toEqual(['inconsistent']);
    expect(told(account(2023, { amount: '8.46' }), implied('0.81', 1))).toEqual(['rounding']);
  });
  it('does not compute what is printed', () => {
    const report = linkedDocument({
      figures: [prior('8.45')],
      changes: [[{ amount: '9.26' }, '0.18', 1]],
    });
    expect(told(account(2023, { amount: '8.45' }), report)).toEqual(['exact']);
  });
  it('says what keeps it from comparing', () => {
    const before = account(2023, { amount: '8.45' });
    expect(told(account(2024, prior('8.45')))).toEqual(['document-missing']);
    expect(told(account(2023), account(2024, prior('8.45')))).toEqual(['no-counterpart']);
    expect(told(before, account(2024))).toEqual(['operand-missing']);
    expect(told(before, account(2024, prior('8.4', { approximate: true })))).toEqual(['operand-approximate']);
    expect(told(before, account(2024, prior('8.45'), prior('8.54')))).toEqual(['ambiguous']);
    const two = account(2023, { amount: '8.45' }, { amount: '8.54' });
    expect(told(two, account(2024, prior('8.45')))).toEqual(['ambiguous']);
  });
  it('never compares scopes', () => {
    const { document } = linkedDocument({ year: 2023, scope: 'unit' });
    const statements = ofRule('R-90-01', [account(2024, prior('8.45'))], { otherScopes: [document] });
    expect(verdicts(statements)).toEqual(['scope-differs']);
  });
  it('keeps funds and functions apart, and asks for no fund where there is none', () => {
    const key = { metric: 'expenditure', functionCode: '207' } as const;
    const before = account(2023, { amount: '8.45', ...key, fund: 'all' });
    expect(told(before, account(2024, prior('9.99', { ...key, fund: 'fiscal' })))).toEqual([
      'no-counterpart',
    ]);
    expect(told(before, account(2024, prior('9.99', { ...key, fund: null })))).toEqual(['operand-missing']);
    const other = prior('9.99', { ...key, functionCode: '208', fund: 'all' });
    expect(told(before, account(2024, other))).toEqual(['no-counterpart']);
    const budget = account(2023, { amount: '8.45', fund: 'general-public' });
    expect(told(budget, account(2024, prior('8.54', { fund: 'fiscal' })))).toEqual(['inconsistent']);
  });
  it('believes the account rather than the self-evaluation', () => {
    const self = linkedDocument({
      year: 2023,
      kind: 'performance-department',
      figures: [{ amount: '9.00' }],
    });
    expect(told(account(2023, { amount: '8.45' }), self, account(2024, prior('8.45')))).toEqual(['exact']);
    expect(told(self, account(2024, prior('9.00')))).toEqual(['exact']);
  });
  it('takes no guess of a budget for a result', () => {
    const budget = linkedDocument({
      kind: 'budget',
      figures: [prior('9.00', { label: '上年预计执行数' }), prior('9.10', { label: '上年执行数' })],
    });
    expect(told(account(2023, { amount: '8.45' }), budget)).toEqual(['operand-missing']);
  });
  it('withdraws contradictions that are too many to be slips', () => {
    const codes = ['201', '205', '207', '208'];
    const figures = (more: Partial<GivenFigure>, amount: string) =>
      codes.map(
        (functionCode) => ({ amount, metric: 'expenditure', fund: 'all', functionCode, ...more }) as const,
      );
    const before = account(2023, ...figures({}, '8.45'));
    const current = account(2024, ...figures({ phase: 'prior', year: 2023 }, '8.54'));
    expect(told(before, current)).toEqual(codes.map(() => 'not-comparable'));
  });
});

describe('R-90-02', () => {
  const balance = (metric: 'opening' | 'closing', amount: string, fund: 'all' | 'fiscal' = 'all') =>
    ({ metric, amount, fund }) as const;

  it('carries each fund from year to year', () => {
    const before = account(2023, balance('closing', '22.00'), balance('closing', '10.00', 'fiscal'));
    const current = account(2024, balance('opening', '22.00'), balance('opening', '11.00', 'fiscal'));
    expect(verdicts(ofRule('R-90-02', [before, current]))).toEqual(['exact', 'inconsistent']);
  });
  it('knows 上年结转 for the beginning of the year', () => {
    const before = account(2023, balance('closing', '22.00'));
    const opening = {
      ...balance('opening', '20.00'),
      phase: 'prior',
      year: 2023,
      label: '上年结转',
    } as const;
    expect(verdicts(ofRule('R-90-02', [before, account(2024, opening)]))).toEqual(['inconsistent']);
  });
  it('is about accounts, not about budgets', () => {
    const budget = linkedDocument({ kind: 'budget', figures: [balance('opening', '20.00')] });
    expect(ofRule('R-90-02', [account(2023, balance('closing', '22.00')), budget])).toEqual([]);
  });
});

describe('R-90-03', () => {
  const budget = linkedDocument({ kind: 'budget', figures: [{ amount: '20.00' }] });
  const planned = (amount: string, label: string) => account(2024, { amount, label, phase: 'initial' });
  const told = (...documents: readonly LinkedDocument[]) => verdicts(ofRule('R-90-03', documents));

  it('holds the initial budget against the budget book', () => {
    expect(told(budget, planned('20.00', '“三公”经费年初预算数'))).toEqual(['exact']);
    expect(told(budget, planned('22.00', '“三公”经费年初预算数'))).toEqual(['inconsistent']);
  });
  it('compares no budget that may be the adjusted one', () => {
    expect(told(budget, planned('22.00', '“三公”经费预算数'))).toEqual(['base-unnamed']);
    expect(told(budget, account(2024, { amount: '22.00', phase: 'adjusted' }))).toEqual(['operand-missing']);
  });
  it('says that the book is not there', () =>
    expect(told(planned('22.00', '年初预算数'))).toEqual(['document-missing']));
});

describe('R-90-04', () => {
  const LIBRARY = '云溪县图书馆';
  const units = (whole = true, key: string | null = LIBRARY) => ({
    units: [
      { name: '局本级', key: ENTITY, own: true },
      { name: LIBRARY, key, own: false },
    ],
    whole,
  });
  const unit = (entity: string, ...figures: readonly GivenFigure[]) =>
    linkedDocument({ entity, scope: 'unit', figures });
  const members = (...documents: readonly LinkedDocument[]) => ({
    units: Map.groupBy(documents, ({ document }) => document.entity ?? ''),
  });
  const department = (amount: string, more = units()) =>
    linkedDocument({ figures: [{ amount }], units: more });
  const both = members(unit(ENTITY, { amount: '12.40' }), unit(LIBRARY, { amount: '3.10' }));
  const told = (documents: readonly LinkedDocument[], more: Partial<LinkSlice>) =>
    verdicts(ofRule('R-90-04', documents, more));

  it('adds up the units', () => {
    expect(told([department('15.50')], both)).toEqual(['exact']);
    expect(told([department('15.51')], both)).toEqual(['rounding']);
    expect(told([department('16.50')], both)).toEqual(['inconsistent']);
  });
  it('needs the whole list and every report on it', () => {
    expect(told([linkedDocument({ figures: [{ amount: '16.50' }] })], both)).toEqual(['units-unnamed']);
    expect(told([department('16.50', units(false))], both)).toEqual(['units-unnamed']);
    expect(told([department('16.50', units(true, null))], both)).toEqual(['units-missing']);
    expect(told([department('16.50')], members(unit(LIBRARY, { amount: '3.10' })))).toEqual([
      'units-missing',
    ]);
    const silent = members(unit(ENTITY, { amount: '12.40' }), unit(LIBRARY));
    expect(told([department('16.50')], silent)).toEqual(['no-counterpart']);
    const consolidated = linkedDocument({
      entity: ENTITY,
      scope: 'department',
      figures: [{ amount: '12.40' }],
    });
    const wrong = members(consolidated, unit(LIBRARY, { amount: '3.10' }));
    expect(told([department('16.50')], wrong)).toEqual(['units-missing']);
  });
  it('leaves out totals that hold payments between units', () => {
    const income = { metric: 'income', fund: 'all' } as const;
    const paid = { metric: 'income.superior', fund: 'all', amount: '1.00' } as const;
    const paying = members(
      unit(ENTITY, { amount: '12.40', ...income }),
      unit(LIBRARY, { amount: '4.10', ...income }, paid),
    );
    const whole = (amount: string) => linkedDocument({ figures: [{ amount, ...income }], units: units() });
    expect(told([whole('15.50')], paying)).toEqual(['internal-transfers']);
    expect(told([whole('16.50')], paying)).toEqual(['exact']);
  });
});

describe('R-90-05', () => {
  const version = (name: string, ...amounts: readonly string[]) =>
    linkedDocument({
      name,
      title: '云溪县文化馆2024年度部门决算',
      figures: amounts.map((amount, i) => ({
        amount,
        metric: 'expenditure',
        fund: 'all',
        functionCode: String(201 + i),
      })),
    });
  const found = (...documents: readonly LinkedDocument[]) => audit(documents).findings;

  it('names both versions once, however many figures differ', () => {
    const [finding, ...others] = found(
      version('a.pdf', '1.00', '2.00', '3.00', '4.00'),
      version('b.pdf', '1.00', '2.00', '3.30', '4.40'),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: 'error', main: { rule: 'R-90-05' } });
    expect(finding?.explains.length).toBe(2);
    expect([finding?.here.document.name, finding?.there.document.name]).toEqual(['b.pdf', 'a.pdf']);
  });
  it('is the same whichever was read first', () => {
    const [a, b] = [version('a.pdf', '1.00', '2.00'), version('b.pdf', '1.00', '2.20')];
    expect(found(a, b)).toEqual(found(b, a));
  });
  it('warns where little agrees, and is silent where the titles differ too', () => {
    const [a, b] = [version('a.pdf', '1.00', '2.00', '3.00'), version('b.pdf', '1.10', '2.20', '3.00')];
    expect(found(a, b)).toMatchObject([{ severity: 'warning' }]);
    const renamed = { ...b, document: { ...b.document, title: '云溪县文化馆2024年度决算附表' } };
    expect(found(a, renamed)).toEqual([]);
    expect(verdicts(ofRule('R-90-05', [a, renamed]))).toContain('not-comparable');
  });
  it('compares print by print what has no keys, where nearly all prints are the same', () => {
    const printed = (name: string, ...amounts: readonly string[]) =>
      linkedDocument({
        name,
        prints: amounts.map((amount, i) => ({
          amount,
          label: `公务接待批次${'甲乙丙丁戊己庚辛'[i]}`,
          unit: '批次',
        })),
      });
    const first = printed('a.pdf', '1', '2', '3', '4', '50');
    expect(found(first, printed('b.pdf', '1', '2', '3', '4', '60'))).toMatchObject([{ severity: 'error' }]);
    expect(found(first, printed('b.pdf', '1', '2', '3', '40', '60'))).toEqual([]);
    expect(found(first, first)).toEqual([]);
  });
  it('finds a single print that was changed among several of one figure', () => {
    const twice = (name: string, text: string) =>
      linkedDocument({
        name,
        figures: [{ amount: text }, { amount: '8.45' }],
        prints: [text, '8.45', '1', '2', '3', '4'].map((amount, i) => ({ amount, label: `数${i}` })),
      });
    expect(
      found(twice('a.pdf', '8.45'), twice('b.pdf', '8.54')).map(({ explains }) => explains.length),
    ).toEqual([1]);
  });
  it('leaves other kinds alone', () => {
    const a = version('a.pdf', '1.00');
    const budget = linkedDocument({ ...a.document, kind: 'budget', figures: [{ amount: '9.99' }] });
    expect(found(a, budget)).toEqual([]);
  });
});

describe('an entity', () => {
  const wrong = [account(2023, { amount: '8.45' }), account(2024, prior('8.54'))];

  it('that is not named in full is linked with nothing', () => {
    const { statements, findings } = audit(wrong, { entity: null });
    expect(new Set(verdicts(statements))).toEqual(new Set(['entity-unnamed']));
    expect(findings).toEqual([]);
  });
  it('that may have a namesake needs figures that agree', () => {
    expect(audit(wrong, { shared: true }).findings).toEqual([]);
    const key = { metric: 'travel' } as const;
    const known = [
      account(2023, { amount: '8.45' }, { amount: '1.20', ...key }),
      account(2024, prior('8.54'), prior('1.20', key)),
    ];
    expect(audit(known, { shared: true }).findings.length).toBe(1);
  });
});

describe('no false alarm', () => {
  /** Whole 元 up to a hundred million, printed in 元 or rounded to 万元 with some decimals. */
  const amount = fc.integer({ min: 0, max: 10 ** 8 });
  const place = fc.integer({ min: -1, max: 6 });
  const printed = (yuan: number, decimals: number): { amount: string; unit: string } =>
    decimals < 0
      ? { amount: yuan.toFixed(2), unit: '元' }
      : {
          amount: (Math.round(yuan / 10 ** (4 - decimals)) / 10 ** decimals).toFixed(decimals),
          unit: '万元',
        };

  it('where one amount is printed twice, however precisely', () =>
    fc.assert(
      fc.property(amount, place, place, (yuan, here, there) => {
        const documents = [
          account(2023, printed(yuan, there)),
          account(2024, prior('0', printed(yuan, here))),
        ];
        expect(audit(documents).findings).toEqual([]);
      }),
    ));
  it('where last year’s amount follows from a rounded change', () =>
    fc.assert(
      fc.property(amount, amount, (before, now) => {
        const change = printed(Math.abs(now - before), 2);
        const report = linkedDocument({
          changes: [[printed(now, 2), change.amount, now < before ? -1 : 1]],
        });
        expect(audit([account(2023, printed(before, 2)), report]).findings).toEqual([]);
      }),
    ));
  it('where units are added up', () =>
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 7 }), (parts) => {
        const names = parts.map((_, i) => `云溪县第${i}小学`);
        const units = { units: names.map((name) => ({ name, key: name, own: false })), whole: true };
        const total = parts.reduce((sum, part) => sum + part, 0);
        const department = linkedDocument({ figures: [printed(total, 2)], units });
        const members = names.map((entity, i) =>
          linkedDocument({ entity, scope: 'unit', figures: [printed(parts[i] ?? 0, 2)] }),
        );
        const byKey = Map.groupBy(members, ({ document }) => document.entity ?? '');
        expect(audit([department], { units: byKey }).findings).toEqual([]);
      }),
    ));
  it('and none is missed beyond rounding', () =>
    fc.assert(
      fc.property(amount, fc.integer({ min: 101, max: 10 ** 7 }), (yuan, off) => {
        const documents = [
          account(2023, printed(yuan, 2)),
          account(2024, prior('0', printed(yuan + off, 2))),
        ];
        expect(audit(documents).findings.length).toBe(1);
      }),
    ));
});
