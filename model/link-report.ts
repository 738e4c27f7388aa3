import { z } from 'zod';
import { BLAMES, SEVERITIES, VERDICTS } from './audit.ts';
import { ComputedReport, Digits, documentShape, figureShape, VerdictCounts } from './report.ts';

/** A document that a finding names; the hash tells it from others of its name. */
const LinkDocumentReport = z
  .object({
    name: z.string(),
    sha256: z.string(),
    ...documentShape,
    year: z.number().int().nullable(),
  })
  .readonly();

/** A figure in its document. */
const LinkOperandReport = z
  .object({
    document: LinkDocumentReport,
    label: z.string(),
    raw: z.string(),
    unit: z.string(),
    ...figureShape,
  })
  .readonly();
export type LinkOperandReport = z.infer<typeof LinkOperandReport>;

/** A claim that figures of several documents make together. */
const LinkClaimReport = z
  .object({
    subject: z.string(),
    verdict: z.enum(VERDICTS),
    stated: LinkOperandReport.optional(),
    operands: z.array(LinkOperandReport).readonly(),
    computed: ComputedReport.optional(),
  })
  .readonly();
export type LinkClaimReport = z.infer<typeof LinkClaimReport>;

/** One cause across documents: shown at `here`, held against `there`; `explains` are the claims that it breaks. */
const LinkFindingReport = z
  .object({
    key: z.string(),
    code: z.string(),
    severity: z.enum(SEVERITIES),
    blame: z.enum(BLAMES),
    message: z.string(),
    arithmetic: z.string().optional(),
    year: z.number().int().nullable(),
    here: LinkOperandReport,
    there: LinkOperandReport,
    gap: Digits.optional(),
    explains: z.array(LinkClaimReport).readonly(),
  })
  .readonly();
export type LinkFindingReport = z.infer<typeof LinkFindingReport>;

/** What `link` prints of a database: how many claims across its documents came to what, and what cannot be. */
export const LinkReport = z
  .object({
    statements: VerdictCounts,
    findings: z.array(LinkFindingReport).readonly(),
  })
  .readonly();
