import { z } from 'zod';
import {
  BLAMES,
  type Coverage,
  DIAGNOSES,
  SEVERITIES,
  UNCHECKED_REASONS,
  VERDICTS,
  type Verdict,
} from './audit.ts';
import { DIRECTIONS, FUNDS, METRICS } from './keys.ts';
import { Cell, LinePart, PagePart } from './layout.ts';
import { Place } from './place.ts';
import { DOCUMENT_KINDS, PHASES, TABLE_KINDS, UNIT_BASES } from './reading.ts';
import { SourceInfo } from './source.ts';
import { Reason, Status } from './status.ts';
import { Waiver } from './waiver.ts';

export const Digits = z.string().regex(/^-?\d+(\.\d+)?$/u, 'a decimal in plain notation');

/** What a figure comes to, and where it is printed. */
export const figureShape = { value: Digits, valueUnit: z.string(), place: Place, quote: z.string() };

/** How many statements came to which verdict. */
export const VerdictCounts = z.record(z.enum(VERDICTS), z.number().int().min(0)).readonly();

/** A figure that a statement or finding rests on. `fact` names the entry in `facts` that it is. */
const OperandReport = z
  .object({
    fact: z.string().optional(),
    raw: z.string(),
    ...figureShape,
  })
  .readonly();
export type OperandReport = z.infer<typeof OperandReport>;

/** What a document says it is. */
export const documentShape = {
  kind: z.enum(DOCUMENT_KINDS),
  title: z.string().nullable(),
  entity: z.string().nullable(),
  scope: z.enum(['department', 'unit', 'unknown']),
};

const DocumentReport = z
  .object({
    ...documentShape,
    region: z.string().nullable(),
    regionCode: z.string().nullable(),
    year: z.number().int().nullable(),
  })
  .readonly();

/** A cell of the stitched table; `value` and what follows it are there only where the cell holds a figure. */
const CellReport = z
  .object({
    ...Cell.unwrap().shape,
    value: Digits.optional(),
    valueUnit: z.string().optional(),
  })
  .readonly();
export type CellReport = z.infer<typeof CellReport>;

/** `caption` stands below the table, as opposed to its title; it is there only where one was printed. */
const TableReport = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    caption: z.object({ text: z.string(), place: Place }).readonly().optional(),
    kind: z.enum(TABLE_KINDS),
    unit: z.string().nullable(),
    unitBasis: z.enum(UNIT_BASES),
    headerRows: z.number().int().min(0),
    cells: z.array(CellReport).readonly(),
    parts: z.array(z.union([PagePart, LinePart])).readonly(),
  })
  .readonly();
export type TableReport = z.infer<typeof TableReport>;

const ParagraphReport = z.object({ text: z.string(), place: Place }).readonly();
export type ParagraphReport = z.infer<typeof ParagraphReport>;

/**
 * A figure with a meaning; `table`, `row` and `column` say where in the tables it stands (origin `table` only). Keys from
 * `metric` on are there only where the report says them without doubt.
 */
const FactReport = z
  .object({
    id: z.string(),
    label: z.string(),
    raw: z.string(),
    unit: z.string(),
    value: Digits,
    valueUnit: z.string(),
    year: z.number().int().nullable(),
    phase: z.enum(PHASES),
    approximate: z.boolean(),
    bound: z.enum(['min', 'max']).nullable(),
    origin: z.enum(['prose', 'table']),
    table: z.string().optional(),
    row: z.number().int().min(0).optional(),
    column: z.number().int().min(0).optional(),
    place: Place,
    quote: z.string(),
    metric: z.enum(METRICS).optional(),
    fund: z.enum(FUNDS).optional(),
    direction: z.enum(DIRECTIONS).optional(),
    functionCode: z
      .string()
      .regex(/^2\d{2}(\d{2}){0,2}$/u)
      .optional(),
    economicCode: z
      .string()
      .regex(/^[35]\d{2}(\d{2})?$/u)
      .optional(),
    cofog: z
      .string()
      .regex(/^(0[1-9]|10)$/u)
      .optional(),
  })
  .readonly();
export type FactReport = z.infer<typeof FactReport>;

const StatementReport = z
  .object({
    id: z.string(),
    rule: z.string(),
    verdict: z.enum(VERDICTS),
    operands: z.array(OperandReport).readonly(),
    stated: OperandReport.optional(),
    reason: z.enum(UNCHECKED_REASONS).nullable(),
  })
  .readonly();
export type StatementReport = z.infer<typeof StatementReport>;

export const ComputedReport = z.object({ value: Digits, low: Digits, high: Digits }).readonly();

const DiagnosisReport = z
  .object({
    kind: z.enum(DIAGNOSES),
    suspect: OperandReport.optional(),
    suggested: z.string().optional(),
  })
  .readonly();

/**
 * One root cause. `arithmetic` and `cause` are one line each for people, in the language of `message`; `waived` is there
 * only where a person let the finding be, which then does not count.
 */
const FindingReport = z
  .object({
    key: z.string(),
    code: z.string(),
    severity: z.enum(SEVERITIES),
    blame: z.enum(BLAMES),
    message: z.string(),
    arithmetic: z.string().optional(),
    cause: z.string().optional(),
    place: Place,
    quote: z.string(),
    stated: OperandReport.optional(),
    computed: ComputedReport.optional(),
    gap: Digits.optional(),
    operands: z.array(OperandReport).readonly(),
    diagnosis: DiagnosisReport.optional(),
    explains: z.array(z.string()).readonly(),
    waived: Waiver.optional(),
  })
  .readonly();
export type FindingReport = z.infer<typeof FindingReport>;

const CoverageReport = z
  .object({
    statements: VerdictCounts,
    statedTotals: z.object({ checked: z.number().int().min(0), of: z.number().int().min(0) }).readonly(),
  })
  .readonly();

const extractShape = {
  source: SourceInfo,
  status: Status,
  reasons: z.array(Reason).readonly(),
  document: DocumentReport,
  tables: z.array(TableReport).readonly(),
  paragraphs: z.array(ParagraphReport).readonly(),
  facts: z.array(FactReport).readonly(),
  timings: z.record(z.string(), z.number().int().min(0)).readonly(),
};

/** What `extract` prints of one document: everything that was read, nothing that was judged. */
export const Extract = z.object(extractShape).readonly();
export type Extract = z.infer<typeof Extract>;

/** What `check` prints of one document. Boxes are points from the page's top left; decimals are strings. */
export const Report = z
  .object({
    ...extractShape,
    statements: z.array(StatementReport).readonly(),
    findings: z.array(FindingReport).readonly(),
    coverage: CoverageReport,
  })
  .readonly();
export type Report = z.infer<typeof Report>;

const NO_STATEMENTS: Readonly<Record<Verdict, number>> = {
  exact: 0,
  rounding: 0,
  improbable: 0,
  inconsistent: 0,
  unchecked: 0,
};

/** The coverage of a document in which nothing could be checked. */
export const NO_COVERAGE: Coverage = { statements: NO_STATEMENTS, statedTotals: { checked: 0, of: 0 } };
