import type { DestinationProblem } from '../../db/export/destination.ts';
import type { Note } from '../../db/export/format.ts';
import type { ProblemCode } from '../../db/problem.ts';
import type { Severity } from '../../model/audit.ts';
import type { ReasonCode } from '../../model/status.ts';
import type { Waiver } from '../../model/waiver.ts';
import type { PartState } from '../../pipeline/doctor/probe.ts';
import type { IngestSummary } from '../../pipeline/ingest-options.ts';
import type { LinkSummary } from '../../pipeline/link.ts';
import type { PartName } from '../doctor/parts.ts';
import type { ExampleName } from '../examples.ts';
import type { StaleEntry } from '../known/baseline.ts';
import type { ResumeMessages } from './resume.ts';

/** What is counted at the end of a check across documents. */
interface LinkCounts {
  readonly severities: Readonly<Record<Severity, number>>;
  readonly checked: number;
  readonly of: number;
}

/** What is counted at the end of a check; waived findings, and those that the baseline knows, stand apart. */
export interface CheckCounts extends LinkCounts {
  readonly waived: number;
  readonly known: number;
}

/** Words of what a database says about its own making. */
export interface StatsMessages {
  readonly documents: (counts: {
    readonly ok: number;
    readonly partial: number;
    readonly failed: number;
    readonly pages: number;
    readonly megabytes: string;
  }) => string;
  readonly pace: (pages: string) => string;
  readonly lastRun: (documents: number, seconds: string, pages: string) => string;
  readonly none: string;
  readonly stages: string;
  readonly stageColumns: readonly [string, string, string, string, string, string, string, string, string];
  readonly slowest: string;
  readonly failures: string;
}

/** Where settings come from and what is wrong with them. */
interface SettingMessages {
  readonly wrongValue: (where: string, name: string, value: string, allowed: string) => string;
  readonly unknown: (where: string, name: string, nearest: string | undefined) => string;
  readonly noAssignment: (text: string) => string;
  readonly noObject: (path: string, at: string) => string;
  readonly sources: {
    readonly flag: (flag: string) => string;
    readonly environment: (variable: string) => string;
    readonly file: (path: string) => string;
    readonly locale: string;
    readonly default: string;
  };
  readonly allowed: (allowed: string) => string;
  readonly variable: (variable: string) => string;
  readonly fileInForce: (path: string) => string;
  readonly noFile: (name: string) => string;
}

/** What a setting takes, in words that follow a colon. */
interface AllowedMessages {
  readonly oneOf: (values: readonly string[]) => string;
  readonly either: (parts: readonly string[]) => string;
  readonly number: (isWhole: boolean, low: number | undefined, high: number | undefined) => string;
  readonly size: (number: string) => string;
  readonly list: (items: string) => string;
  readonly text: string;
  readonly json: string;
}

/** What `doctor` says of the parts of an installation. */
interface DoctorMessages {
  readonly parts: Readonly<Record<PartName, string>>;
  readonly states: Readonly<Record<PartState, string>>;
  /** What to do about a part that is missing, or too small. */
  readonly remedies: Readonly<Record<PartName, string>>;
  readonly noConfig: string;
  readonly works: string;
  readonly broken: (parts: number) => string;
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
    readonly decide: string;
    readonly decisions: string;
    readonly verify: string;
    readonly export: string;
    readonly rules: string;
    readonly show: string;
    readonly stats: string;
    readonly config: string;
    readonly doctor: string;
    readonly completion: string;
  };
  readonly arguments: {
    readonly file: string;
    readonly files: string;
    readonly paths: string;
    readonly code: string;
    readonly shell: string;
  };
  readonly options: {
    readonly help: string;
    readonly version: string;
    readonly format: string;
    readonly baseline: string;
    readonly writeBaseline: string;
    readonly noWaivers: string;
    readonly from: string;
    readonly db: string;
    readonly dbQuery: string;
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
    readonly debugDir: string;
    readonly set: string;
    readonly config: string;
    readonly noConfig: string;
    readonly explain: string;
  };
  /** Titles of commander's help, by its English word. */
  readonly helpTitles: Readonly<Record<string, string>>;
  readonly choices: (values: readonly string[]) => string;
  readonly preset: (value: string) => string;
  /** What stands behind the description of an option: its choices, its preset. */
  readonly optionNotes: (notes: readonly string[]) => string;
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
    readonly isReport: (option: string, path: string) => string;
    readonly noBaseline: (path: string) => string;
    readonly twiceWaived: (path: string, key: string) => string;
    readonly didYouMean: (names: string) => string;
    /** Files of JSON that people write: baseline, waivers, configuration. */
    readonly jsonFiles: {
      readonly cannotRead: (path: string, detail: string) => string;
      readonly notJson: (path: string, detail: string) => string;
      readonly unknownKey: (path: string, at: string) => string;
      readonly invalid: (path: string, at: string, detail: string) => string;
    };
    readonly notForView: (option: string, view: string) => string;
    readonly seeHelp: (command: string) => string;
  };
  /** What is wrong with a value in a file of JSON; behind the value's place and a colon. */
  readonly issues: {
    readonly missing: string;
    readonly empty: string;
    readonly date: string;
    readonly wrongForm: string;
    /** `expected` is a word of JSON: string, number, object … */
    readonly wrongType: (expected: string) => string;
    readonly oneOf: (values: readonly string[]) => string;
    readonly atLeast: (least: string) => string;
    readonly atMost: (most: string) => string;
  };
  readonly settings: SettingMessages;
  readonly allowed: AllowedMessages;
  readonly doctor: DoctorMessages;
  /** Examples below the help of a command: what it is for, and the command line. */
  readonly examples: Readonly<Record<ExampleName, string>>;
  readonly helpSections: { readonly examples: string; readonly exits: string; readonly settings: string };
  readonly severities: Readonly<Record<Severity, string>>;
  /** A finding of the baseline is found no more. */
  readonly staleEntry: (baseline: string, entry: StaleEntry) => string;
  readonly unmatchedWaiver: (path: string, key: string) => string;
  readonly likelyCause: (cause: string) => string;
  /** Stands beside the severity of a finding that a person let be. */
  readonly waivedWord: string;
  readonly waivedFor: (waiver: Waiver) => string;
  /** Titles of the columns in which findings are shown. */
  readonly columns: {
    readonly severity: string;
    readonly rule: string;
    readonly place: string;
    readonly finding: string;
    readonly key: string;
  };
  readonly summary: (counts: CheckCounts) => string;
  readonly total: (documents: number) => string;
  readonly failed: string;
  readonly partial: string;
  readonly recognized: (name: string, pages: number) => string;
  /** So many more reasons of one kind, on other pages. */
  readonly moreReasons: (pages: number) => string;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly problems: Readonly<Record<ProblemCode, (path: string, detail: string) => string>>;
  readonly destinations: Readonly<
    Record<DestinationProblem['code'], (path: string, detail: string) => string>
  >;
  readonly exported: (rows: number, path: string) => string;
  readonly notes: Readonly<Record<Note, (count: number) => string>>;
  readonly progress: (done: number, found: number, failed: number, pagesASecond: number) => string;
  /** What stands behind the bar; `left` is the time left, once it can be told. */
  readonly pace: (pace: {
    readonly pagesASecond: number;
    readonly failed: number;
    readonly left: string | null;
  }) => string;
  readonly stats: StatsMessages;
  /** What was found and not looked at. */
  readonly passedOver: (counts: IngestSummary['passedOver']) => string;
  readonly ingested: (summary: IngestSummary) => string;
  readonly linked: (summary: LinkSummary) => string;
  readonly outdated: (documents: number) => string;
  /** The other figures that differ for the same reason, by their labels. */
  readonly alsoDiffer: (labels: readonly string[]) => string;
  readonly linkTotal: (counts: LinkCounts) => string;
  readonly noReports: string;
  readonly rows: (count: number) => string;
  readonly firesOn: string;
  readonly quietOn: string;
  readonly resume: ResumeMessages;
  readonly unexpected: (detail: string) => string;
}
