import type { DocumentRecord } from '../db/record.ts';
import type { Extract, Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Reason } from '../model/status.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { failedReport, unreadSource } from './failed.ts';

/** The record of a source that no worker could finish. */
export function failedRecord(source: Source, reason: Reason): DocumentRecord {
  const report = failedReport(unreadSource(source.name, source.sha256), [reason]);
  return {
    report,
    bytes: source.bytes.byteLength,
    pages: [],
    words: { en: [], zh: [] },
    units: null,
    implied: [],
  };
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
