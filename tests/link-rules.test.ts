import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Store } from '../db/store.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import type { LinkFindingReport } from '../model/link-report.ts';
import { linkAll } from '../pipeline/link.ts';
import { examine } from '../pipeline/process.ts';
import { recordOf } from '../pipeline/record.ts';
import { LINK_RULES } from '../reconcile/link/registry.ts';
import type { Example } from '../reconcile/link/rule.ts';
import { temporaryFolder } from './command.ts';
import { describeRules } from './rule-info.ts';

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

describeRules('the rules across documents', LINK_RULES, ({ code, severity, fires, quiet }) => {
  it.each(fires.map((example, i) => [i, example] as const))('fires on example %i', async (_, example) => {
    const findings = await linked(example);
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    expect(findings[0]?.severity).toBe(severity);
    expect(findings[0]?.here.document.sha256).not.toBe(findings[0]?.there.document.sha256);
  });
  it.each(quiet.map((example, i) => [i, example] as const))('is quiet on example %i', async (_, example) =>
    expect((await linked(example)).map(({ message }) => message)).toEqual([]),
  );
});
