import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Store } from '../db/store.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import type { LinkFindingReport } from '../model/link-report.ts';
import { linkAll } from '../pipeline/link.ts';
import { examine } from '../pipeline/process.ts';
import { recordOf } from '../pipeline/record.ts';
import { LINK_RULES } from '../reconcile/link/registry.ts';
import type { Example } from '../reconcile/link/rule.ts';
import { temporaryFolder } from './command.ts';

function must<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

/** Takes reports through every stage into a database and links them there. */
async function linked(example: Example): Promise<readonly LinkFindingReport[]> {
  const store = must(Store.open(join(temporaryFolder(), 'links.sqlite')));
  const run = must(store.beginRun({ program: 'test', workKey: '', stages: {}, config: {} }));
  for (const [i, text] of example.entries()) {
    const bytes = new TextEncoder().encode(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const name = `report-${i + 1}.txt`;
    const examination = await examine({ name, path: name, sha256, bytes }, DEFAULT_CONFIG);
    must(store.load(name, recordOf(examination, bytes.byteLength), '', run));
  }
  must(linkAll(store.links, 'test'));
  const findings: LinkFindingReport[] = [];
  must(store.links.eachFinding('en', (finding) => findings.push(finding)));
  store.close();
  return findings;
}

describe('the rules across documents', () => {
  it('have one code each', () => {
    const codes = LINK_RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
  describe.each(LINK_RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    it('says in both languages what it means', () => {
      for (const words of [rule.title.en, rule.title.zh, rule.explanation.en, rule.explanation.zh])
        expect(words.length).toBeGreaterThan(1);
    });
    it('has examples of both kinds', () => {
      expect(rule.fires.length).toBeGreaterThan(0);
      expect(rule.quiet.length).toBeGreaterThan(0);
    });
    it.each(rule.fires.map((example, i) => [i, example] as const))(
      'fires on example %i',
      async (_, example) => {
        const findings = await linked(example);
        expect(findings.map((finding) => finding.code)).toEqual([code]);
        expect(findings[0]?.severity).toBe(rule.severity);
        expect(findings[0]?.here.document.sha256).not.toBe(findings[0]?.there.document.sha256);
      },
    );
    it.each(rule.quiet.map((example, i) => [i, example] as const))(
      'is quiet on example %i',
      async (_, example) => expect((await linked(example)).map(({ message }) => message)).toEqual([]),
    );
  });
});
