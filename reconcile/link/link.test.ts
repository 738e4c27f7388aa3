import { describe, expect, it } from 'vitest';
import type { LinkDocument } from '../../model/link.ts';
import { type GivenFigure, linkedDocument, sliceOf } from './example.ts';
import { withFunds } from './funds.ts';
import { linkSlice, slicePlans } from './link.ts';
import { periodOf } from './period.ts';

describe('what is looked at in one go', () => {
  const document = (more: Partial<LinkDocument>): LinkDocument => linkedDocument(more).document;
  const plans = (...documents: readonly LinkDocument[]) =>
    slicePlans(documents).map(({ year, scope, current, before, otherScopes }) => [
      year,
      scope,
      current.length,
      before.length,
      otherScopes.length,
    ]);

  it('is a year with the year before, scope by scope', () => {
    const department = [2022, 2023, 2024, 2024].map((year) => document({ year }));
    expect(plans(...department, document({ scope: 'unit' }))).toEqual([
      [2022, 'department', 1, 0, 0],
      [2023, 'department', 1, 1, 0],
      [2024, 'department', 2, 1, 1],
      [2024, 'unit', 1, 0, 3],
    ]);
  });
  it('keeps places apart that only share a name', () => {
    const [here, there] = ['320106', '350102'].map((regionCode) => document({ regionCode }));
    expect(plans(...[here, there].flatMap((found) => found ?? []))).toEqual([
      [2024, 'department', 1, 0, 0],
      [2024, 'department', 1, 0, 0],
    ]);
    expect(plans(document({ regionCode: '320106' }), document({}))).toEqual([[2024, 'department', 2, 0, 0]]);
  });
  it('is a document alone where it says no year', () =>
    expect(plans(document({ year: null }), document({}))).toEqual([
      [null, 'department', 1, 0, 0],
      [2024, 'department', 1, 0, 0],
    ]));
});

describe('the year and phase that a figure counts for', () => {
  const period = (figure: Partial<GivenFigure>, more: Partial<LinkDocument> = {}) => {
    const [made] = linkedDocument({ ...more, figures: [{ amount: '1.00', ...figure }] }).figures;
    const found = made === undefined ? null : periodOf(made);
    return found === null ? null : `${found.year} ${found.phase}${found.named ? '' : ' unnamed'}`;
  };

  it.each([
    [{ phase: 'final' }, {}, '2024 final'],
    [{ phase: 'prior', year: 2023 }, {}, '2023 final'],
    [{ phase: 'prior', year: null }, {}, '2023 final'],
    [{ phase: 'prior', year: 2023, label: '上年预算数' }, {}, '2023 initial'],
    [{ phase: 'prior', year: 2023, label: '上年一般公共预算支出' }, {}, '2023 final'],
    [{ phase: 'unknown', year: 2023, label: '“三公”经费支出' }, {}, '2023 final'],
    [{ phase: 'unknown', label: '“三公”经费支出预算' }, {}, null],
    [{ phase: 'initial', label: '年初预算数' }, {}, '2024 initial'],
    [{ phase: 'initial', label: '预算数' }, {}, '2024 initial unnamed'],
    [{ phase: 'adjusted' }, {}, null],
    [{ phase: 'plan' }, {}, null],
    [{ phase: 'unknown', label: '“三公”经费' }, { kind: 'budget' }, '2024 initial'],
    [{ phase: 'unknown', year: 2023, label: '“三公”经费' }, { kind: 'budget' }, null],
    [{ phase: 'unknown', year: 2023, label: '2023年预算数' }, { kind: 'budget' }, '2023 initial'],
    [{ phase: 'final', year: 2023, label: '2023年执行数' }, { kind: 'budget' }, null],
    [{ phase: 'prior', year: 2023, label: '上年决算数' }, { kind: 'budget' }, '2023 final'],
    [
      { phase: 'unknown', label: '公务接待费' },
      { kind: 'three-public-note', title: '2024年“三公”经费预算说明' },
      '2024 initial',
    ],
    [
      { phase: 'unknown', label: '公务接待费' },
      { kind: 'three-public-note', title: '2024年“三公”经费决算说明' },
      '2024 final',
    ],
    [{ phase: 'final', year: null }, { year: null }, null],
  ] as const)('%j in %j is %s', (figure, document, found) => expect(period(figure, document)).toBe(found));
});

describe('a table that names no fund', () => {
  const total = { metric: 'expenditure', fund: null, table: 7, amount: '870.00' } as const;
  const part = { metric: 'basic', fund: null, table: 7, amount: '600.00' } as const;
  const funds = (...figures: readonly GivenFigure[]) =>
    withFunds(linkedDocument({ figures })).figures.map(({ fund }) => fund);

  it('is of the fund whose total it has, the widest first', () => {
    const anchor = { ...total, table: null } as const;
    expect(funds(total, part, { ...anchor, fund: 'all' })).toEqual(['all', 'all', 'all']);
    expect(funds(total, part, { ...anchor, fund: 'general-public' })).toEqual(
      Array(3).fill('general-public'),
    );
    expect(funds(total, { ...anchor, fund: 'general-public' }, { ...anchor, fund: 'all' })[0]).toBe('all');
  });
  it('stays without one where nothing tells it', () => {
    expect(funds(total, part)).toEqual([null, null]);
    expect(funds(total, { ...total, table: null, fund: 'all', amount: '880.00' })[0]).toBeNull();
    expect(
      funds({ ...total, amount: '0.00' }, { ...total, table: null, fund: 'all', amount: '0.00' })[0],
    ).toBeNull();
  });
});

describe('a finding', () => {
  const before = linkedDocument({ year: 2023, figures: [{ amount: '8.45' }] });
  const now = linkedDocument({ figures: [{ amount: '8.54', phase: 'prior', year: 2023 }] });

  it('keeps its key in a corrected edition of the reports', () => {
    const key = (slice: ReturnType<typeof sliceOf>) =>
      linkSlice(slice).findings.map((finding) => finding.key);
    const edition = linkedDocument({ figures: [{ amount: '8.99', phase: 'prior', year: 2023 }] });
    expect(key(sliceOf([before, now]))).toEqual(key(sliceOf([before, edition])));
  });
  it('blames our reading where that is doubtful', () => {
    const unsure = linkedDocument({
      figures: [{ amount: '8.54', phase: 'prior', year: 2023, quote: '公务接\uFFFD费8.54万元' }],
    });
    expect(linkSlice(sliceOf([before, unsure])).findings).toMatchObject([{ blame: 'reading' }]);
  });
  it('tells a total and its part that are off by the same amount once', () => {
    const reception = { metric: 'three-public.reception' } as const;
    const past = linkedDocument({
      year: 2023,
      figures: [{ amount: '8.45' }, { amount: '2.00', ...reception }],
    });
    const prior = { phase: 'prior', year: 2023 } as const;
    const current = linkedDocument({
      figures: [
        { amount: '9.45', ...prior },
        { amount: '3.00', ...prior, ...reception },
      ],
    });
    const { findings } = linkSlice(sliceOf([past, current]));
    expect(findings.map(({ explains }) => explains.length)).toEqual([2]);
  });
});
