import type { FormatName } from './names.ts';
import type { ReportFormat } from './reporter.ts';

/** Every form in which `check` prints; only the one that is asked for is loaded. */
export const REPORT_FORMATS: Readonly<Record<FormatName, () => Promise<ReportFormat>>> = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  ndjson: async () => (await import('./json.ts')).ndjson,
  sarif: async () => (await import('./sarif/sarif.ts')).sarif,
  markdown: async () => (await import('./markdown.ts')).markdown,
  csv: async () => (await import('./csv.ts')).csv,
};
