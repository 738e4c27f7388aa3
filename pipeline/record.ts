import type { DocumentRecord, FindingWords, PageRecord } from '../db/record.ts';
import type { Finding } from '../model/audit.ts';
import type { Page } from '../model/document.ts';
import type { Reading } from '../model/reading.ts';
import { shownSize } from '../model/turn.ts';
import { componentUnits } from '../normalizers/profile/units.ts';
import { impliedFacts } from '../reconcile/link/implied.ts';
import { renderArithmetic, renderCause, renderFinding } from '../reconcile/messages/render.ts';
import type { Language } from '../reconcile/reconcile.ts';
import { type Examination, reportOf } from './process.ts';

const wordsOf = (finding: Finding, language: Language): FindingWords => ({
  message: renderFinding(finding, language),
  arithmetic: renderArithmetic(finding, language),
  cause: renderCause(finding, language),
});

const pageOf = (page: Page): PageRecord =>
  page.kind === 'packed'
    ? { kind: 'glyphs', number: page.number, ...shownSize(page) }
    : { kind: 'lines', number: page.number, lines: page.lines.length };

/** The units that a report names; one that names no entity has none. */
const unitsOf = ({ paragraphs, profile }: Reading) =>
  profile.entity === null ? null : componentUnits(paragraphs, profile.entity);

/** Everything of an examination that is printed or stored: plain data that can leave a worker. */
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
    units: examination.ok ? unitsOf(examination.reading) : null,
    implied: examination.ok ? impliedFacts(examination.reading) : [],
    spent: examination.spent,
  };
}
