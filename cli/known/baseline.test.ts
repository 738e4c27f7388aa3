import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonIn } from '../json-file.ts';
import { messagesIn } from '../language.ts';
import { findingAt, reported } from '../report/testing.ts';
import { Baseline, BaselineDraft, Known } from './baseline.ts';

type Found = readonly (readonly [key: string, code: string])[];
const findings = (found: Found) => found.map(([key, code]) => findingAt(undefined, { key, code }));
const reportOf = (found: Found, entity: string | null = '云溪县文化馆', name = 'a.pdf') => {
  const { report } = reported(name, findings(found));
  return { ...report, document: { ...report.document, entity } };
};

function drafted(...reports: readonly ReturnType<typeof reportOf>[]): string {
  const draft = new BaselineDraft();
  for (const report of reports) draft.add(report, report.findings);
  return draft.text();
}

function read(text: string): Baseline {
  const baseline = jsonIn(text, 'known.json', Baseline, { messages: messagesIn('en') });
  if (!baseline.ok) throw new Error(JSON.stringify(baseline.problem));
  return baseline.value;
}

const keysOf = (found: readonly { readonly key: string }[]): readonly string[] => found.map(({ key }) => key);

describe('the text of a baseline', () => {
  it('has one finding a line, by document, code and key', () => {
    const text = drafted(
      reportOf([
        ['b', 'R-30-01'],
        ['c', 'R-10-03'],
        ['a', 'R-30-01'],
      ]),
      reportOf([['d', 'R-10-03']], null),
      reportOf([], '乙局'),
    );
    expect(text.trimEnd().split('\n')).toEqual([
      '{',
      '  "version": 1,',
      '  "documents": [',
      '    {"entity":"a.pdf","year":2024,"kind":"final-account","scope":"unit","findings":[',
      '        {"key":"d","code":"R-10-03"}',
      '    ]},',
      '    {"entity":"云溪县文化馆","year":2024,"kind":"final-account","scope":"unit","findings":[',
      '        {"key":"c","code":"R-10-03"},',
      '        {"key":"a","code":"R-30-01"},',
      '        {"key":"b","code":"R-30-01"}',
      '    ]}',
      '  ]',
      '}',
    ]);
  });

  it('is the same in whatever order the same things are found, and can be read', () => {
    const entry = fc.tuple(
      fc.string(),
      fc.constantFrom('R-10-03', 'R-30-01'),
      fc.constantFrom('甲', '乙', null),
    );
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ([key]) => key }), (entries) => {
        const text = (all: typeof entries) =>
          drafted(...all.map(([key, code, entity]) => reportOf([[`k${key}`, code]], entity)));
        expect(text(entries.toReversed())).toBe(text(entries));
        const { documents } = read(text(entries));
        expect(documents.flatMap(({ findings: found }) => found)).toHaveLength(entries.length);
      }),
    );
  });
});

describe('what a baseline knows', () => {
  const found: Found = [
    ['a', 'R-30-01'],
    ['b', 'R-30-01'],
  ];
  const baseline = read(drafted(reportOf(found)));

  it('is found again in another edition under another name, and nothing else is', () => {
    const report = reportOf([...found, ['c', 'R-30-01']], undefined, 'reissued.pdf');
    expect(keysOf(new Known(baseline).newOf(report, report.findings))).toEqual(['c']);
  });

  it.each([
    ['entity', { entity: '乙局' }],
    ['year', { year: 2023 }],
    ['kind', { kind: 'budget' }],
    ['scope', { scope: 'department' }],
  ] as const)('is not known of a document of another %s', (_, changed) => {
    const report = reportOf(found);
    const other = { ...report, document: { ...report.document, ...changed } };
    expect(keysOf(new Known(baseline).newOf(other, other.findings))).toEqual(['a', 'b']);
  });

  it('is stale where its document was wholly read and no longer has it', () => {
    const stale = (...seen: readonly ReturnType<typeof reportOf>[]) => {
      const known = new Known(baseline);
      for (const report of seen) known.saw(report);
      return keysOf(known.stale());
    };
    expect(stale(reportOf([['b', 'R-30-01']]))).toEqual(['a']);
    expect(stale(reportOf([['b', 'R-30-01']]), reportOf([['a', 'R-30-01']]))).toEqual([]);
    expect(stale(reportOf([], '乙局'))).toEqual([]);
    expect(stale({ ...reportOf([]), status: 'partial' })).toEqual([]);
  });
});

describe('a file that is no baseline', () => {
  it.each([
    ['', 'not-json', undefined],
    ['[]', 'invalid', ''],
    ['{"version":2,"documents":[]}', 'invalid', 'version'],
    ['{"version":1,"findings":[]}', 'unknown-key', 'findings'],
    [
      '{"version":1,"documents":[{"entity":"甲","year":2024,"kind":"final-account","scope":"unit","findings":[{"key":"a"}]}]}',
      'invalid',
      'documents[0].findings[0].code',
    ],
  ])('%j is told by %s', (text, code, at) => {
    const result = jsonIn(text, 'known.json', Baseline, { messages: messagesIn('zh') });
    expect(result).toMatchObject({ ok: false, problem: { code, ...(at !== undefined && { at }) } });
  });
});
