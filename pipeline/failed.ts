import type { Profile } from '../model/reading.ts';
import { NO_COVERAGE, type Report } from '../model/report.ts';
import type { SourceInfo } from '../model/source.ts';
import type { Reason } from '../model/status.ts';

/** What can be said of a source that no format has read. */
export const unreadSource = (name: string, sha256 = ''): SourceInfo => ({
  name,
  sha256,
  mediaType: 'application/octet-stream',
  pages: 0,
});

const NOTHING_KNOWN: Profile = {
  kind: 'other',
  title: null,
  entity: null,
  scope: 'unknown',
  region: null,
  regionCode: null,
  year: null,
};

/** The report of a document that could not be processed: its reasons and empty lists. */
export function failedReport(
  source: SourceInfo,
  reasons: readonly Reason[],
  timings: Report['timings'] = {},
): Report {
  return {
    source,
    status: 'failed',
    reasons,
    document: NOTHING_KNOWN,
    tables: [],
    paragraphs: [],
    facts: [],
    statements: [],
    findings: [],
    coverage: NO_COVERAGE,
    timings,
  };
}
