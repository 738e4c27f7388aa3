import type { DocumentRecord, FindingWords, PageRecord } from '../db/record.ts';
import type { Finding } from '../model/audit.ts';
import type { Page } from '../model/document.ts';
import type { Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Reason } from '../model/status.ts';
import { renderArithmetic, renderCause, renderFinding } from '../reconcile/messages/render.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { unreadSource } from './identify.ts';
import { type Examination, reportOf } from './process.ts';
import { failedReport } from './report.ts';

const wordsOf = (finding: Finding, language: Language): FindingWords => ({
  message: renderFinding(finding, language),
  arithmetic: renderArithmetic(finding, language),
  cause: renderCause(finding, language),
});

const pageOf = (page: Page): PageRecord =>
  page.kind === 'glyphs'
    ? { kind: 'glyphs', number: page.number, width: page.width, height: page.height }
    : { kind: 'lines', number: page.number, lines: page.lines.length };

/** Everything of an examination that is printed or stored: plain data that can leave a worker thread. */
export function recordOf(examination: Examination, bytes: number): DocumentRecord {
  const findings = examination.ok ? examination.audit.findings : [];
  const pages = examination.ok ? (examination.document?.pages ?? []) : [];
  return {
    report: reportOf(examination, 'en'),
    bytes,
    pages: pages.map(pageOf),
    words: {
      en: findings.map((finding) => wordsOf(finding, 'en')),
      zh: findings.map((finding) => wordsOf(finding, 'zh')),
    },
  };
}

/** The record of a source that no worker could finish. */
export function failedRecord(source: Source, reason: Reason): DocumentRecord {
  const report = failedReport(unreadSource(source.name, source.sha256), [reason]);
  return { report, bytes: source.bytes.byteLength, pages: [], words: { en: [], zh: [] } };
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
