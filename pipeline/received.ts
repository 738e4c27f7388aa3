import type { DocumentRecord } from '../db/record.ts';
import { type StageSpent, timingsOf } from '../model/effort.ts';
import type { Extract, Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Reason } from '../model/status.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { failedReport, unreadSource } from './failed.ts';
import type { Examination } from './process.ts';

const emptyRecord = (report: Report, bytes: number, spent: readonly StageSpent[]): DocumentRecord => ({
  report,
  bytes,
  pages: [],
  words: { en: [], zh: [] },
  units: null,
  implied: [],
  spent,
});

/** The record of a source that no worker could finish; `bytes` is its size. */
export function failedRecord(
  { name, sha256 }: Pick<Source, 'name' | 'sha256'>,
  bytes: number,
  reason: Reason,
  spent: readonly StageSpent[],
): DocumentRecord {
  return emptyRecord(failedReport(unreadSource(name, sha256), [reason], timingsOf(spent)), bytes, spent);
}

/** The record of a document of which more was read than may be kept: `size` bytes of a record where `limit` are allowed. */
export function heavyRecord(
  examination: Examination,
  bytes: number,
  size: number,
  limit: number,
): DocumentRecord {
  const { spent } = examination;
  const reason: Reason = {
    code: 'too-large',
    message: `what was read takes ${size} bytes, more than the limit of ${limit}`,
    stage: 'reconcile',
    limit: 'maxRecordBytes',
  };
  const source = examination.ok ? examination.layout.source : examination.source;
  const before = examination.ok ? examination.layout.reasons : examination.reasons;
  return emptyRecord(failedReport(source, [...before, reason], timingsOf(spent)), bytes, spent);
}

/** The report of a record with its messages in the language asked for. */
export function reportIn(record: DocumentRecord, language: Language): Report {
  const words = record.words[language];
  const findings = record.report.findings.map((finding, i) => {
    const said = words[i];
    if (said === undefined) return finding;
    const { message, arithmetic, cause } = said;
    return {
      ...finding,
      message,
      ...(arithmetic !== null && { arithmetic }),
      ...(cause !== null && { cause }),
    };
  });
  return { ...record.report, findings };
}

/** A report without what was judged: what `extract` prints. */
export function withoutAudit(report: Report): Extract {
  const { statements: _statements, findings: _findings, coverage: _coverage, ...extract } = report;
  return extract;
}
