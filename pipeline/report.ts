import type { Decimal } from 'decimal.js';
import type { Audit, Finding, Statement } from '../model/audit.ts';
import type { FactKeys } from '../model/keys.ts';
import { type Layout, type Paragraph, placeWithin, type Table } from '../model/layout.ts';
import type { Place } from '../model/place.ts';
import type { Fact, Reading, TableReading } from '../model/reading.ts';
import type {
  CellReport,
  Extract,
  FactReport,
  FindingReport,
  OperandReport,
  ParagraphReport,
  Report,
  StatementReport,
  TableReport,
} from '../model/report.ts';
import { keysOf } from '../normalizers/keys/keys.ts';
import { renderArithmetic, renderCause, renderFinding } from '../reconcile/messages/render.ts';
import type { Language } from '../reconcile/reconcile.ts';

type Timings = Readonly<Record<string, number>>;

/** Quotients have no end; printed figures have at most a few decimals, so ten tell every difference that matters. */
const PRINTED_DECIMALS = 10;
const plain = (value: Decimal): string => value.toDecimalPlaces(PRINTED_DECIMALS).toFixed();

const operandOf = (fact: Fact): OperandReport => ({
  fact: fact.id,
  raw: fact.quantity.raw,
  value: fact.quantity.value.toFixed(),
  valueUnit: fact.quantity.unit,
  place: fact.place,
  quote: fact.quote,
});

function cellsOf(table: Table, reading: TableReading | undefined, how: Audit['how']): readonly CellReport[] {
  return table.cells.map((cell) => {
    const value = reading?.values[cell.row]?.[cell.column];
    const judged = how?.get(`${table.id}r${cell.row}c${cell.column}`) ?? cell.how;
    if (value?.kind !== 'number') return cell;
    const { quantity } = value;
    return {
      ...cell,
      value: quantity.value.toFixed(),
      valueUnit: quantity.unit,
      how: judged ?? 'text',
      confidence: cell.confidence ?? 1,
    };
  });
}

function tableOf(table: Table, reading: TableReading | undefined, how: Audit['how']): TableReport {
  return {
    id: table.id,
    title: reading?.title ?? table.title?.text ?? null,
    ...(table.caption !== null && { caption: table.caption }),
    kind: reading?.kind ?? 'other',
    unit: reading?.unit ?? null,
    unitBasis: reading?.unitBasis ?? 'unknown',
    headerRows: table.headerRows,
    cells: cellsOf(table, reading, how),
    parts: table.parts,
  };
}

const placeOf = (paragraph: Paragraph): Place =>
  placeWithin(paragraph, 0, paragraph.segments[0]?.length ?? paragraph.text.length);

const paragraphOf = (paragraph: Paragraph): ParagraphReport => ({
  text: paragraph.text,
  place: placeOf(paragraph),
});

function factOf(fact: Fact, keys: FactKeys | undefined): FactReport {
  const { quantity, origin } = fact;
  const spot =
    origin.kind === 'table' ? { table: origin.table, row: origin.row, column: origin.column } : undefined;
  return {
    id: fact.id,
    label: fact.label,
    raw: quantity.raw,
    unit: quantity.printedUnit,
    value: quantity.value.toFixed(),
    valueUnit: quantity.unit,
    year: fact.year,
    phase: fact.phase,
    approximate: quantity.approximate,
    bound: quantity.bound,
    origin: origin.kind,
    ...spot,
    place: fact.place,
    quote: fact.quote,
    ...keys,
  };
}

const statementOf = (statement: Statement): StatementReport => ({
  id: statement.id,
  rule: statement.rule,
  verdict: statement.verdict,
  operands: statement.operands.map(operandOf),
  ...(statement.stated !== null && { stated: operandOf(statement.stated) }),
  reason: statement.reason,
});

function gapOf({ stated, computed }: Finding): Decimal | null {
  return stated === null || computed === null ? null : computed.value.minus(stated.quantity.value);
}

function findingOf(finding: Finding, language: Language): FindingReport {
  const { stated, computed, diagnosis } = finding;
  const gap = gapOf(finding);
  const arithmetic = renderArithmetic(finding, language);
  const cause = renderCause(finding, language);
  return {
    key: finding.key,
    code: finding.code,
    severity: finding.severity,
    blame: finding.blame,
    message: renderFinding(finding, language),
    ...(arithmetic !== null && { arithmetic }),
    ...(cause !== null && { cause }),
    place: finding.place,
    quote: finding.quote,
    ...(stated !== null && { stated: operandOf(stated) }),
    ...(computed !== null && {
      computed: { value: plain(computed.value), low: plain(computed.low), high: plain(computed.high) },
    }),
    ...(gap !== null && { gap: plain(gap) }),
    operands: finding.operands.map(operandOf),
    ...(diagnosis !== null && {
      diagnosis: {
        kind: diagnosis.kind,
        ...(diagnosis.suspect !== null && { suspect: operandOf(diagnosis.suspect) }),
        ...(diagnosis.suggested !== null && { suggested: diagnosis.suggested }),
      },
    }),
    explains: finding.explains,
  };
}

/** What was read of a document, as `extract` prints it. */
function toExtract(layout: Layout, reading: Reading, timings: Timings, how: Audit['how']): Extract {
  const readings = new Map(reading.tables.map((table) => [table.table.id, table]));
  const keys = keysOf(reading);
  return {
    source: layout.source,
    status: layout.status,
    reasons: layout.reasons,
    document: reading.profile,
    tables: layout.tables.map((table) => tableOf(table, readings.get(table.id), how)),
    paragraphs: layout.paragraphs.map(paragraphOf),
    facts: reading.facts.map((fact) => factOf(fact, keys.get(fact.id))),
    timings,
  };
}

/** The object that `check` prints for one document, its messages in the language asked for. */
export function toReport(
  layout: Layout,
  reading: Reading,
  audit: Audit,
  timings: Timings,
  language: Language,
): Report {
  const { timings: spent, ...extract } = toExtract(layout, reading, timings, audit.how);
  return {
    ...extract,
    statements: audit.statements.map(statementOf),
    findings: audit.findings.map((finding) => findingOf(finding, language)),
    coverage: audit.coverage,
    timings: spent,
  };
}
