import type { Audit, Finding, Severity, Statement, Verdict } from '../model/audit.ts';
import { comparePlaces } from '../model/place.ts';
import type { Reading } from '../model/reading.ts';
import { blameOf, softened } from './blame.ts';
import { type Cause, findCauses } from './diagnosis/cause.ts';
import { refine } from './diagnosis/refine.ts';
import { factsOf } from './diagnosis/repairs.ts';
import { stableKey } from './key.ts';
import { blameOfCause, howAfter, isRecognized } from './recognition/doubt.ts';
import { type Testimony, testimonyOf } from './recognition/testimony.ts';
import type { Remark, Rule } from './rule.ts';
import { RULES } from './rules/registry.ts';
import { statementsOf } from './statements.ts';

export type Language = 'en' | 'zh';

/** Entity, year and kind of the document, the rule and what it is about: a corrected edition keeps its keys. */
function keyOf(reading: Reading, code: string, subject: string): string {
  const { entity, year, kind } = reading.profile;
  return stableKey([entity ?? reading.layout.source.name, String(year ?? ''), kind, code, subject]);
}

function severityOf(cause: Cause): Severity {
  if (cause.statements.every((statement) => statement.severity === 'info')) return 'info';
  const improbable = cause.statements.every((statement) => statement.verdict === 'improbable');
  if (improbable) return 'warning';
  return cause.statements.some((statement) => statement.severity === 'error') ? 'error' : 'warning';
}

function findingOf(reading: Reading, cause: Cause, testimony: Testimony): Finding | null {
  const { main, statements } = cause;
  const diagnosis = refine(reading, main, cause.diagnosis);
  const { stated } = main;
  if (stated === null) return null;
  const printed = blameOf([stated, ...main.operands], '');
  const blame = printed === 'report' ? blameOfCause(cause, testimony) : printed;
  const subject = [stated.label, ...main.operands.slice(0, 3).map((fact) => fact.label)].join('|');
  return {
    key: keyOf(reading, main.rule, subject),
    code: main.rule,
    severity: softened(severityOf(cause), blame),
    blame,
    place: stated.place,
    quote: stated.quote,
    template: main.kind,
    parameters: main.parameters,
    stated,
    computed: main.computed,
    operands: main.operands,
    diagnosis,
    explains: statements.map((statement) => statement.id),
    formula: main.formula,
  };
}

/** What is said of words alone, where those were recognized: nothing vouches for them. */
const isOnlyWords = ({ layout: { recognized } }: Reading, { facts, place }: Remark): boolean =>
  recognized !== undefined && facts.length === 0 && (!('page' in place) || recognized.has(place.page));

function remarkFinding(reading: Reading, remark: Remark): Finding {
  const isDoubtful = remark.facts.some(isRecognized) || isOnlyWords(reading, remark);
  const blame = isDoubtful ? 'reading' : blameOf(remark.facts, remark.quote);
  return {
    key: keyOf(reading, remark.rule, remark.subject),
    code: remark.rule,
    severity: isDoubtful ? softened(remark.severity, blame) : remark.severity,
    blame,
    place: remark.place,
    quote: remark.quote,
    template: remark.template,
    parameters: remark.parameters,
    stated: remark.facts[0] ?? null,
    computed: null,
    operands: remark.facts.slice(1),
    diagnosis: null,
    explains: [],
    formula: { kind: 'opaque' },
  };
}

/** Two findings of one kind about equally named facts get a running number, so that keys stay unique and stable. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.key) ?? 0) + 1;
    seen.set(finding.key, count);
    return count === 1 ? finding : { ...finding, key: `${finding.key}-${count}` };
  });
}

function coverageOf(statements: readonly Statement[]): Audit['coverage'] {
  const counts: Record<Verdict, number> = {
    exact: 0,
    rounding: 0,
    improbable: 0,
    inconsistent: 0,
    unchecked: 0,
  };
  for (const statement of statements) counts[statement.verdict] += 1;
  const totals = new Map<string, boolean>();
  for (const statement of statements) {
    if (!statement.statedTotal || statement.stated === null) continue;
    const checked = statement.verdict !== 'unchecked';
    totals.set(statement.stated.id, (totals.get(statement.stated.id) ?? false) || checked);
  }
  return {
    statements: counts,
    statedTotals: { checked: [...totals.values()].filter(Boolean).length, of: totals.size },
  };
}

/** The figures that a contradiction holds for wrong, or cannot clear where it names none. */
function doubted(causes: readonly Cause[]): ReadonlySet<string> {
  const suspects = causes
    .filter(({ statements }) => statements.some(({ severity }) => severity !== 'info'))
    .flatMap(({ diagnosis, statements }) =>
      diagnosis.suspect === null ? statements.flatMap(factsOf) : [diagnosis.suspect],
    );
  return new Set(suspects.map(({ id }) => id));
}

/**
 * The `reconcile` stage: every rule makes its statements, verdicts are counted, and what cannot be is told once a cause.
 * @param rules the registry, or a part of it in tests
 */
export function reconcile(reading: Reading, rules: readonly Rule[] = RULES): Audit {
  const statements = statementsOf(reading, rules);
  const causes = findCauses(statements, reading.facts);
  const testimony = testimonyOf(reading, statements);
  const wrong = doubted(causes);
  const remarks = rules
    .flatMap((rule) => rule.remarks?.(reading) ?? [])
    .filter((remark) => remark.yields !== true || !remark.facts.some(({ id }) => wrong.has(id)));
  const arithmetic = causes.flatMap((cause) => findingOf(reading, cause, testimony) ?? []);
  const findings = [...arithmetic, ...remarks.map((remark) => remarkFinding(reading, remark))];
  return {
    statements,
    findings: distinct(findings.sort((a, b) => comparePlaces(a.place, b.place))),
    coverage: coverageOf(statements),
    ...(reading.layout.recognized !== undefined && {
      how: howAfter(reading.facts, causes, testimony.proved),
    }),
  };
}
