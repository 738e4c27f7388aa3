import type { Audit, Severity } from '../model/audit.ts';
import { SEVERITIES } from '../model/audit.ts';
import type { Config } from '../model/config.ts';
import type { Layout, Table } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';
import { NO_COVERAGE } from '../model/report.ts';
import type { Reason, StageName } from '../model/status.ts';

type LimitName = 'maxTables' | 'maxCells' | 'maxFacts' | 'maxFindings';

const tooMany = (stage: StageName, limit: LimitName, message: string): Reason => ({
  code: 'too-large',
  message,
  stage,
  limit,
});

const partly = (layout: Layout, reason: Reason): Layout => ({
  ...layout,
  status: 'partial',
  reasons: [...layout.reasons, reason],
});

/** The first tables, as many as both limits allow, each whole. */
function keptTables(tables: readonly Table[], { maxTables, maxCells }: Config): readonly Table[] {
  let cells = 0;
  const end = tables.findIndex((table, index) => {
    cells += table.cells.length;
    return index >= maxTables || cells > maxCells;
  });
  return end < 0 ? tables : tables.slice(0, end);
}

/** A layout with no more tables and cells than the limits allow; `partial` where some were left out. */
export function withinTables(layout: Layout, config: Config): Layout {
  const { tables, paragraphs } = layout;
  const kept = keptTables(tables, config);
  if (kept.length === tables.length) return layout;
  const limit = kept.length >= config.maxTables ? 'maxTables' : 'maxCells';
  const what = limit === 'maxTables' ? 'tables' : 'cells';
  const message = `only the first ${kept.length} of ${tables.length} tables were kept: more than the limit of ${config[limit]} ${what}`;
  const ids = new Set(kept.map(({ id }) => id));
  const standing = paragraphs.map((paragraph) =>
    paragraph.before === null || ids.has(paragraph.before) ? paragraph : { ...paragraph, before: null },
  );
  return partly({ ...layout, tables: kept, paragraphs: standing }, tooMany('tables', limit, message));
}

/**
 * A reading with no more figures than the limit allows. One that lost some must not be checked: sums over what is left
 * would be wrong without the report being so.
 */
export function withinFacts(
  layout: Layout,
  reading: Reading,
  { maxFacts }: Config,
): { readonly isWhole: boolean; readonly layout: Layout; readonly reading: Reading } {
  const { length } = reading.facts;
  if (length <= maxFacts) return { isWhole: true, layout, reading };
  const message = `only the first ${maxFacts} of ${length} figures were kept, and none was checked`;
  const cut = partly(layout, tooMany('normalize', 'maxFacts', message));
  return {
    isWhole: false,
    layout: cut,
    reading: { ...reading, layout: cut, facts: reading.facts.slice(0, maxFacts) },
  };
}

/** What stands in for an audit where nothing was checked. */
export const NO_AUDIT: Audit = { statements: [], findings: [], coverage: NO_COVERAGE };

const weightOf = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** An audit with no more findings than the limit allows, the gravest first; their order stays. */
export function withinFindings(
  layout: Layout,
  audit: Audit,
  { maxFindings }: Config,
): { readonly layout: Layout; readonly audit: Audit } {
  const { findings } = audit;
  if (findings.length <= maxFindings) return { layout, audit };
  const gravest = [...findings].sort((a, b) => weightOf(a.severity) - weightOf(b.severity));
  const kept = new Set(gravest.slice(0, maxFindings));
  const message = `only the gravest ${maxFindings} of ${findings.length} findings were kept`;
  return {
    layout: partly(layout, tooMany('reconcile', 'maxFindings', message)),
    audit: { ...audit, findings: findings.filter((finding) => kept.has(finding)) },
  };
}
