import { expect, it } from 'vitest';
import { textFormat } from '../extractors/formats/text/format.ts';
import { layoutDocument } from '../extractors/layout.ts';
import type { Audit } from '../model/audit.ts';
import { normalize } from '../normalizers/normalize.ts';
import { renderFinding } from '../reconcile/messages/render.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { RULES } from '../reconcile/rules/registry.ts';
import { describeRules } from './rule-info.ts';

async function audit(report: string): Promise<Audit> {
  const bytes = new TextEncoder().encode(report);
  const source = { name: 'example.txt', path: 'example.txt', sha256: '', bytes };
  const read = await textFormat.read(source, { maxLineBytes: 1 << 20, maxPages: 100 });
  if (!read.ok) throw new Error(read.reason.message);
  return reconcile(normalize(layoutDocument(read.value)));
}

/** Findings of the rule, and for arithmetic rules also those whose cause explains a statement of the rule. */
function told(found: Audit, code: string): readonly string[] {
  const own = new Set(found.statements.filter((statement) => statement.rule === code).map(({ id }) => id));
  return found.findings
    .filter((finding) => finding.code === code || finding.explains.some((id) => own.has(id)))
    .map((finding) => renderFinding(finding, 'en'));
}

describeRules('the rules', RULES, ({ code, fires, quiet }) => {
  it.each(fires.map((report, i) => [i, report] as const))('fires on example %i', async (_, report) => {
    expect(told(await audit(report), code), report).not.toEqual([]);
  });
  it.each(quiet.map((report, i) => [i, report] as const))('is quiet on example %i', async (_, report) => {
    expect(told(await audit(report), code), report).toEqual([]);
  });
});
