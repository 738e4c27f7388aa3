import type { DestinationProblem } from '../../db/export/destination.ts';
import type { Note } from '../../db/export/format.ts';
import type { ProblemCode } from '../../db/problem.ts';
import type { Severity } from '../../model/audit.ts';
import type { ReasonCode } from '../../model/status.ts';
import type { IngestSummary } from '../../pipeline/ingest.ts';
import type { LinkSummary } from '../../pipeline/link.ts';

/** What is counted at the end of a check. */
export interface CheckCounts {
  readonly severities: Readonly<Record<Severity, number>>;
  readonly checked: number;
  readonly of: number;
}

/** Every text of the command line in one language; messages of findings live with the rules. */
export interface Messages {
  readonly program: string;
  readonly commands: {
    readonly check: string;
    readonly extract: string;
    readonly ingest: string;
    readonly findings: string;
    readonly tables: string;
    readonly facts: string;
    readonly link: string;
    readonly export: string;
    readonly rules: string;
    readonly show: string;
  };
  readonly arguments: {
    readonly file: string;
    readonly files: string;
    readonly paths: string;
    readonly code: string;
  };
  readonly options: {
    readonly help: string;
    readonly version: string;
    readonly format: string;
    readonly failOn: string;
    readonly rule: string;
    readonly ignore: string;
    readonly from: string;
    readonly lang: string;
    readonly db: string;
    readonly dbQuery: string;
    readonly jobs: string;
    readonly timeout: string;
    readonly code: string;
    readonly severity: string;
    readonly document: string;
    readonly year: string;
    readonly text: string;
    readonly page: string;
    readonly output: string;
    readonly to: string;
    readonly out: string;
    readonly view: string;
    readonly force: string;
    readonly noLink: string;
    readonly layers: (all: readonly string[]) => string;
    readonly password: string;
    readonly ocr: string;
    readonly debugDir: string;
  };
  /** Titles of commander's help, by its English word. */
  readonly helpTitles: Readonly<Record<string, string>>;
  readonly choices: (values: readonly string[]) => string;
  readonly preset: (value: string) => string;
  readonly usage: {
    readonly unknownOption: (option: string) => string;
    readonly unknownCommand: (command: string) => string;
    readonly missingArgument: (argument: string) => string;
    readonly missingValue: (option: string) => string;
    readonly missingOption: (option: string) => string;
    readonly invalidValue: (option: string, value: string) => string;
    readonly excessArguments: string;
    readonly noCommand: string;
    readonly notFound: (path: string) => string;
    readonly isFolder: (path: string) => string;
    readonly notACode: (code: string) => string;
    readonly noSuchRule: (code: string) => string;
    readonly noSuchPage: (path: string, page: number, pages: number) => string;
    readonly notALayer: (name: string, all: readonly string[]) => string;
    readonly cannotWrite: (path: string, detail: string) => string;
    readonly notForView: (option: string, view: string) => string;
    readonly seeHelp: (command: string) => string;
  };
  readonly severities: Readonly<Record<Severity, string>>;
  readonly likelyCause: string;
  readonly summary: (counts: CheckCounts) => string;
  readonly total: (documents: number) => string;
  readonly failed: string;
  readonly partial: string;
  readonly recognized: (name: string, pages: number) => string;
  /** So many more reasons of one kind, on other pages. */
  readonly moreReasons: string;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly problems: Readonly<Record<ProblemCode, (path: string, detail: string) => string>>;
  readonly destinations: Readonly<
    Record<DestinationProblem['code'], (path: string, detail: string) => string>
  >;
  readonly exported: (rows: number, path: string) => string;
  readonly notes: Readonly<Record<Note, (count: number) => string>>;
  readonly progress: (done: number, found: number, failed: number) => string;
  readonly ingested: (summary: IngestSummary) => string;
  readonly linked: (summary: LinkSummary) => string;
  readonly outdated: (documents: number) => string;
  /** The other figures that differ for the same reason, by their labels. */
  readonly alsoDiffer: (labels: readonly string[]) => string;
  readonly linkTotal: (counts: CheckCounts) => string;
  readonly noReports: string;
  readonly rows: (count: number) => string;
  readonly firesOn: string;
  readonly quietOn: string;
  readonly unexpected: (detail: string) => string;
}
