import type {
  CellReport,
  FactReport,
  FindingReport,
  OperandReport,
  Report,
  TableReport,
} from '../model/report.ts';
import { insertCounts } from './counts.ts';
import { fenOf } from './fen.ts';
import { toBigrams } from './grams.ts';
import type { Inserter } from './inserts.ts';
import { insertLinkable } from './links/linkable.ts';
import { type DocumentRecord, type PageRecord, WORD_LANGUAGES } from './record.ts';

type Ids = ReadonlyMap<string, number>;

function insertPages(into: Inserter, documentId: number, pages: readonly PageRecord[]): void {
  for (const page of pages) {
    const glyphs = page.kind === 'glyphs';
    into.insert('pages', {
      document_id: documentId,
      number: page.number,
      kind: page.kind,
      width: glyphs ? page.width : null,
      height: glyphs ? page.height : null,
      line_count: glyphs ? null : page.lines,
    });
  }
}

function insertParagraphs(into: Inserter, documentId: number, { paragraphs }: Report): void {
  for (const [position, { text, place }] of paragraphs.entries()) {
    const id = into.insert('paragraphs', {
      document_id: documentId,
      position,
      text,
      place: JSON.stringify(place),
    });
    into.insert('paragraphs_search', { rowid: id, grams: toBigrams(text) });
  }
}

function insertCell(into: Inserter, tableId: number, cell: CellReport): void {
  const id = into.insert('cells', {
    table_id: tableId,
    row_index: cell.row,
    column_index: cell.column,
    row_span: cell.rowSpan,
    column_span: cell.columnSpan,
    text: cell.text,
    value: cell.value ?? null,
    value_unit: cell.valueUnit ?? null,
    value_fen: fenOf(cell.value, cell.valueUnit),
    how: cell.how ?? null,
    confidence: cell.confidence ?? null,
    place: JSON.stringify(cell.place),
  });
  if (cell.text !== '') into.insert('cells_search', { rowid: id, grams: toBigrams(cell.text) });
}

function insertTable(into: Inserter, documentId: number, table: TableReport, position: number): number {
  const extent = (ends: readonly number[]) => ends.reduce((most, end) => Math.max(most, end), 0);
  const id = into.insert('tables', {
    document_id: documentId,
    key: table.id,
    position,
    title: table.title,
    kind: table.kind,
    unit: table.unit,
    unit_basis: table.unitBasis,
    header_rows: table.headerRows,
    row_count: extent(table.cells.map((cell) => cell.row + cell.rowSpan)),
    column_count: extent(table.cells.map((cell) => cell.column + cell.columnSpan)),
  });
  for (const cell of table.cells) insertCell(into, id, cell);
  return id;
}

function insertFact(into: Inserter, documentId: number, fact: FactReport, tables: Ids): number {
  const id = into.insert('facts', {
    document_id: documentId,
    key: fact.id,
    label: fact.label,
    raw: fact.raw,
    unit: fact.unit,
    value: fact.value,
    value_unit: fact.valueUnit,
    value_fen: fenOf(fact.value, fact.valueUnit),
    year: fact.year,
    phase: fact.phase,
    approximate: fact.approximate ? 1 : 0,
    bound: fact.bound,
    origin: fact.origin,
    table_id: tables.get(fact.table ?? '') ?? null,
    row_index: fact.row ?? null,
    column_index: fact.column ?? null,
    quote: fact.quote,
    place: JSON.stringify(fact.place),
    metric: fact.metric ?? null,
    fund: fact.fund ?? null,
    direction: fact.direction ?? null,
    function_code: fact.functionCode ?? null,
    economic_code: fact.economicCode ?? null,
    cofog: fact.cofog ?? null,
  });
  into.insert('facts_search', { rowid: id, grams: toBigrams(`${fact.label} ${fact.quote}`) });
  return id;
}

const figure = (operand: OperandReport, facts: Ids) => ({
  fact_id: facts.get(operand.fact ?? '') ?? null,
  raw: operand.raw,
  value: operand.value,
  value_unit: operand.valueUnit,
});

const optional = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

function insertStatements(into: Inserter, documentId: number, report: Report, facts: Ids): Ids {
  const ids = new Map<string, number>();
  for (const statement of report.statements) {
    const id = into.insert('statements', {
      document_id: documentId,
      key: statement.id,
      rule: statement.rule,
      verdict: statement.verdict,
      reason: statement.reason,
    });
    ids.set(statement.id, id);
    const roles = { stated: optional(statement.stated), operand: statement.operands };
    for (const [role, operands] of Object.entries(roles)) {
      for (const [position, operand] of operands.entries())
        into.insert('operands', { statement_id: id, role, position, ...figure(operand, facts) });
    }
  }
  return ids;
}

function insertFinding(into: Inserter, documentId: number, finding: FindingReport, facts: Ids): number {
  const { computed, diagnosis } = finding;
  const id = into.insert('findings', {
    document_id: documentId,
    key: finding.key,
    code: finding.code,
    severity: finding.severity,
    blame: finding.blame,
    quote: finding.quote,
    computed: computed?.value ?? null,
    computed_low: computed?.low ?? null,
    computed_high: computed?.high ?? null,
    gap: finding.gap ?? null,
    diagnosis: diagnosis?.kind ?? null,
    suggested: diagnosis?.suggested ?? null,
    place: JSON.stringify(finding.place),
  });
  const roles = {
    stated: optional(finding.stated),
    operand: finding.operands,
    suspect: optional(diagnosis?.suspect),
  };
  for (const [role, operands] of Object.entries(roles)) {
    for (const [position, operand] of operands.entries()) {
      const { quote, place } = operand;
      const evidence = { place: JSON.stringify(place), quote };
      into.insert('finding_operands', {
        finding_id: id,
        role,
        position,
        ...figure(operand, facts),
        ...evidence,
      });
    }
  }
  return id;
}

function insertFindings(
  into: Inserter,
  documentId: number,
  record: DocumentRecord,
  facts: Ids,
  statements: Ids,
): void {
  for (const [index, finding] of record.report.findings.entries()) {
    const id = insertFinding(into, documentId, finding, facts);
    for (const key of new Set(finding.explains)) {
      const statement = statements.get(key);
      if (statement !== undefined)
        into.insert('finding_statements', { finding_id: id, statement_id: statement });
    }
    for (const language of WORD_LANGUAGES) {
      const words = record.words[language][index];
      if (words !== undefined) into.insert('finding_words', { finding_id: id, language, ...words });
    }
  }
}

/** Inserts all rows that hang below a document. */
export function insertContents(into: Inserter, documentId: number, record: DocumentRecord): void {
  const { report } = record;
  insertPages(into, documentId, record.pages);
  insertParagraphs(into, documentId, report);
  const tables = new Map(
    report.tables.map((table, i) => [table.id, insertTable(into, documentId, table, i)] as const),
  );
  const facts = new Map(
    report.facts.map((fact) => [fact.id, insertFact(into, documentId, fact, tables)] as const),
  );
  const statements = insertStatements(into, documentId, report, facts);
  insertFindings(into, documentId, record, facts, statements);
  insertLinkable(into, documentId, record, facts);
  insertCounts(into, documentId, record);
}
