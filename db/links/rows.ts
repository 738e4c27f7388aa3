import type { LinkStatement } from '../../model/link.ts';
import type { Inserter } from '../inserts.ts';
import { WORD_LANGUAGES } from '../record.ts';
import type { LinkFindingRecord, LinkRecord } from './record.ts';

function insertStatement(into: Inserter, group: string, statement: LinkStatement): number {
  const { rule, subject, year, verdict, reason, computed, stated, operands, documents } = statement;
  const id = into.insert('links', {
    link_group: group,
    rule,
    subject,
    year,
    verdict,
    reason,
    computed: computed?.value.toFixed() ?? null,
    computed_low: computed?.low.toFixed() ?? null,
    computed_high: computed?.high.toFixed() ?? null,
  });
  const figures = stated === null ? operands : [stated, ...operands];
  // Whatever a claim rests on takes the claim along when it goes.
  const named = new Set(
    [...documents, ...figures.map(({ document }) => document)].map((document) => document.id),
  );
  for (const document of named) into.insert('link_documents', { link_id: id, document_id: document });
  const roles = { stated: stated === null ? [] : [stated], operand: operands };
  for (const [role, facts] of Object.entries(roles))
    for (const [position, fact] of facts.entries())
      into.insert('link_operands', { link_id: id, role, position, fact_id: fact.id });
  return id;
}

function insertFinding(
  into: Inserter,
  { finding, gap, words }: LinkFindingRecord,
  links: ReadonlyMap<LinkStatement, number>,
): void {
  const main = links.get(finding.main);
  if (main === undefined) return;
  const id = into.insert('link_findings', {
    link_id: main,
    key: finding.key,
    code: finding.main.rule,
    severity: finding.severity,
    blame: finding.blame,
    gap,
    fact_id: finding.here.id,
    other_fact_id: finding.there.id,
  });
  for (const language of WORD_LANGUAGES)
    into.insert('link_finding_words', { finding_id: id, language, ...words[language] });
  for (const statement of finding.explains) {
    const link = links.get(statement);
    if (link !== undefined) into.insert('link_finding_links', { finding_id: id, link_id: link });
  }
}

/** Inserts what linking came to under a group. */
export function insertLinks(into: Inserter, group: string, { statements, findings }: LinkRecord): void {
  const ids = new Map(
    statements.map((statement) => [statement, insertStatement(into, group, statement)] as const),
  );
  for (const record of findings) insertFinding(into, record, ids);
}
