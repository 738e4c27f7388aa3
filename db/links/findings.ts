import { BLAMES, SEVERITIES, VERDICTS, type Verdict } from '../../model/audit.ts';
import type { LinkClaimReport, LinkFindingReport, LinkOperandReport } from '../../model/link-report.ts';
import { Place } from '../../model/place.ts';
import { DOCUMENT_KINDS } from '../../model/reading.ts';
import { NO_COVERAGE } from '../../model/report.ts';
import { onceFor } from '../../normalizers/once.ts';
import type { Connection } from '../open.ts';
import type { WORD_LANGUAGES } from '../record.ts';
import { among } from './among.ts';

interface FindingRow {
  readonly id: number;
  readonly key: string;
  readonly code: string;
  readonly severity: string;
  readonly blame: string;
  readonly gap: string | null;
  readonly fact_id: number;
  readonly other_fact_id: number;
  readonly year: number | null;
  readonly message: string;
  readonly arithmetic: string | null;
}

interface ClaimRow {
  readonly id: number;
  readonly subject: string;
  readonly verdict: string;
  readonly computed: string | null;
  readonly computed_low: string | null;
  readonly computed_high: string | null;
}

interface FigureRow {
  readonly label: string;
  readonly raw: string;
  readonly unit: string;
  readonly value: string;
  readonly value_unit: string;
  readonly place: string;
  readonly quote: string;
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
  readonly title: string | null;
  readonly entity: string | null;
  readonly scope: string;
  readonly year: number | null;
}

interface OperandRow extends FigureRow {
  readonly role: string;
}

const FIGURE = `f.label, f.raw, f.unit, f.value, f.value_unit, f.place, f.quote,
  d.name, d.sha256, d.kind, d.title, d.entity, d.scope, d.year`;

const severityOf = among(SEVERITIES);
const blameOf = among(BLAMES);
const verdictOf = among(VERDICTS);
const kindOf = among(DOCUMENT_KINDS);
const scopeOf = among(['department', 'unit', 'unknown'] as const);

const prepared = onceFor((db: Connection) => ({
  findings: db.prepare<[string], FindingRow>(`
    SELECT n.id, n.key, n.code, n.severity, n.blame, n.gap, n.fact_id, n.other_fact_id, l.year, w.message, w.arithmetic
    FROM link_findings n JOIN links l ON l.id = n.link_id
    JOIN link_finding_words w ON w.finding_id = n.id AND w.language = ?
    ORDER BY l.link_group, l.year, n.code, n.id`),
  claims: db.prepare<[number], ClaimRow>(`
    SELECT l.id, l.subject, l.verdict, l.computed, l.computed_low, l.computed_high
    FROM link_finding_links x JOIN links l ON l.id = x.link_id WHERE x.finding_id = ? ORDER BY l.id`),
  operands: db.prepare<[number], OperandRow>(`
    SELECT o.role, ${FIGURE} FROM link_operands o JOIN facts f ON f.id = o.fact_id
    JOIN documents d ON d.id = f.document_id WHERE o.link_id = ? ORDER BY o.role, o.position`),
  figure: db.prepare<[number], FigureRow>(`
    SELECT ${FIGURE} FROM facts f JOIN documents d ON d.id = f.document_id WHERE f.id = ?`),
  verdicts: db.prepare<[], { readonly verdict: string; readonly count: number }>(
    'SELECT verdict, count(*) AS count FROM links GROUP BY verdict',
  ),
}));

const figureOf = (row: FigureRow): LinkOperandReport => ({
  document: {
    name: row.name,
    sha256: row.sha256,
    kind: kindOf(row.kind) ?? 'other',
    title: row.title,
    entity: row.entity,
    scope: scopeOf(row.scope) ?? 'unknown',
    year: row.year,
  },
  label: row.label,
  raw: row.raw,
  unit: row.unit,
  value: row.value,
  valueUnit: row.value_unit,
  place: Place.parse(JSON.parse(row.place)),
  quote: row.quote,
});

function claimOf(db: Connection, row: ClaimRow): LinkClaimReport {
  const figures = prepared(db).operands.all(row.id);
  const stated = figures.find(({ role }) => role === 'stated');
  const { computed: value, computed_low: low, computed_high: high } = row;
  return {
    subject: row.subject,
    verdict: verdictOf(row.verdict) ?? 'unchecked',
    ...(stated !== undefined && { stated: figureOf(stated) }),
    operands: figures.filter(({ role }) => role === 'operand').map(figureOf),
    ...(value !== null && low !== null && high !== null && { computed: { value, low, high } }),
  };
}

function reportOf(db: Connection, row: FindingRow): readonly LinkFindingReport[] {
  const [here, there] = [row.fact_id, row.other_fact_id].map((id) => prepared(db).figure.get(id));
  if (here === undefined || there === undefined) return [];
  return [
    {
      key: row.key,
      code: row.code,
      severity: severityOf(row.severity) ?? 'warning',
      blame: blameOf(row.blame) ?? 'unknown',
      message: row.message,
      ...(row.arithmetic !== null && { arithmetic: row.arithmetic }),
      year: row.year,
      here: figureOf(here),
      there: figureOf(there),
      ...(row.gap !== null && { gap: row.gap }),
      explains: prepared(db)
        .claims.all(row.id)
        .map((claim) => claimOf(db, claim)),
    },
  ];
}

/** Every finding across documents, entity by entity, one by one. */
export function* linkFindings(
  db: Connection,
  language: (typeof WORD_LANGUAGES)[number],
): Generator<LinkFindingReport, void> {
  for (const row of prepared(db).findings.iterate(language)) yield* reportOf(db, row);
}

/** How many claims across documents came to which verdict. */
export function linkVerdicts(db: Connection): Readonly<Record<Verdict, number>> {
  const counts = { ...NO_COVERAGE.statements };
  for (const { verdict, count } of prepared(db).verdicts.all()) {
    const known = verdictOf(verdict);
    if (known !== null) counts[known] = count;
  }
  return counts;
}
