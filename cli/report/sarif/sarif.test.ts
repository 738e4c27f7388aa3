import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messagesIn } from '../../language.ts';
import type { Reported } from '../reporter.ts';
import { findingAt, printed, reported } from '../testing.ts';
import { sarif } from './sarif.ts';

// One pattern of the schema has a lone bracket, which only expressions without "u" take.
const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const isSarif = ajv.compile(schema);

/** What the tests look at; that all of it is SARIF is for its schema to say. */
const Log = z.object({
  runs: z.tuple([
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(z.looseObject({ id: z.string() })) }) }),
      invocations: z.tuple([
        z.object({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.looseObject({ level: z.string() })),
        }),
      ]),
      artifacts: z.array(z.looseObject({ location: z.object({ uri: z.string() }) })),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.number(),
          level: z.string(),
          locations: z.array(z.looseObject({})),
          suppressions: z.array(z.looseObject({})),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

function runOf(documents: readonly Reported[], language: 'en' | 'zh' = 'en') {
  const log: unknown = JSON.parse(printed(sarif, documents, { language, messages: messagesIn(language) }));
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return Log.parse(log).runs[0];
}

describe('the schema', () => {
  it.each([
    { version: '2.1.0' },
    { version: '2.1.0', runs: [{ tool: { driver: {} } }] },
    { version: '2.1.0', runs: [{ tool: { driver: { name: 'a' } }, results: [{ level: 'info' }] }] },
  ])('does not take %j', (log) => expect(isSarif(log)).toBe(false));
});

describe('findings as SARIF', () => {
  const paged = findingAt({ page: 9, box: [10, 20.5, 30, 40] }, { code: 'R-10-03', severity: 'info' });
  const inSheet = findingAt({ sheet: 't1', cell: 'B3' }, { severity: 'warning' });

  it('are valid, each with its rule, level and key', () => {
    const run = runOf([reported('a.txt', [findingAt()]), reported('b.pdf', [paged, inSheet])]);
    const { rules } = run.tool.driver;
    expect(run.results.map(({ ruleId, ruleIndex, level }) => [ruleId, rules[ruleIndex]?.id, level])).toEqual([
      ['R-30-01', 'R-30-01', 'error'],
      ['R-10-03', 'R-10-03', 'note'],
      ['R-30-01', 'R-30-01', 'warning'],
    ]);
    expect(run.results[0]?.partialFingerprints).toEqual({ 'findingKey/v1': findingAt().key });
    expect(run.invocations[0].executionSuccessful).toBe(true);
  });

  it('have the texts of their rules from the registry, in the language asked for', () => {
    for (const language of ['en', 'zh'] as const) {
      const [rule] = runOf([reported('a.txt', [findingAt()])], language).tool.driver.rules;
      expect(rule).toMatchObject({
        id: 'R-30-01',
        name: expect.stringMatching(language === 'zh' ? /\p{Script=Han}/u : /^[^\p{Script=Han}]+$/u),
        help: { markdown: expect.stringContaining('```') },
        defaultConfiguration: { level: 'error' },
      });
    }
  });

  it('say their place by line, by page and box, or by cell', () => {
    const run = runOf([reported('a.txt', [findingAt(), paged, inSheet])]);
    const artifactLocation = { uri: 'a.txt', index: 0 };
    expect(run.results.map(({ locations }) => locations[0])).toEqual([
      {
        physicalLocation: {
          artifactLocation,
          region: { startLine: 3, startColumn: 21, snippet: { text: findingAt().quote } },
        },
      },
      {
        physicalLocation: { artifactLocation, properties: { page: 9, box: [10, 20.5, 30, 40] } },
        logicalLocations: [{ name: 'p9', fullyQualifiedName: 'a.txt#p9', kind: 'page' }],
      },
      {
        physicalLocation: { artifactLocation, properties: { sheet: 't1', cell: 'B3' } },
        logicalLocations: [{ name: 't1!B3', fullyQualifiedName: 'a.txt#t1!B3', kind: 'cell' }],
      },
    ]);
  });

  it('are suppressed where they are waived', () => {
    const waived = { reason: '口径不同', by: '李' };
    const run = runOf([reported('a.txt', [findingAt(), findingAt(undefined, { key: 'k', waived })])]);
    expect(run.results.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [{ kind: 'external', status: 'accepted', justification: '口径不同', properties: { by: '李' } }],
    ]);
  });

  it('come with what was not, or not wholly, processed', () => {
    const reasons = [{ code: 'no-text', message: 'a page', place: { page: 4, box: [0, 0, 9, 9] } }] as const;
    const run = runOf([
      reported('a.pdf', [], { status: 'partial', reasons }),
      reported('b.pdf', [], { status: 'failed', reasons: [{ code: 'encrypted', message: 'a password' }] }),
    ]);
    const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations;
    expect(executionSuccessful).toBe(false);
    expect(toolExecutionNotifications.map(({ level }) => level)).toEqual(['warning', 'error']);
  });

  it('are valid where one file is given twice', () => {
    const twice = reported('a.txt', [findingAt()]);
    expect(runOf([twice, twice]).artifacts).toHaveLength(1);
  });
});
