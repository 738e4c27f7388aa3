import { statSync } from 'node:fs';
import type { FindingReport, Report } from '../../model/report.ts';
import type { Checked } from '../../pipeline/check.ts';
import { type CodeFilter, isShown } from '../codes.ts';
import type { Context } from '../context.ts';
import { EXIT, type FailOn, reaches, UsageError } from '../exit.ts';
import { requireOtherThan, requireWritable, writeWhole } from '../files.ts';
import { jsonFile, requireJson } from '../json-file.ts';
import type { Reported } from '../report/reporter.ts';
import { Baseline, BaselineDraft, Known } from './baseline.ts';
import { unmatched, type Waivers, waiverPath, waiversOf, withWaivers } from './waivers.ts';

/** What decides which findings are shown, and which of these count. */
export interface JudgeFlags extends CodeFilter {
  readonly failOn: FailOn;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly waivers: boolean;
}

/** The waivers of one report, and what was found in all documents of its file. */
interface Waived {
  readonly waivers: Waivers;
  readonly found: FindingReport[];
  failed: boolean;
}

/** A baseline may be written over an older one, but over nothing else that somebody has there. */
function requireDraftable(files: readonly string[], path: string, context: Context): void {
  requireOtherThan(files, '--write-baseline', path, context);
  requireWritable(path, context);
  const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  if (isThere && statSync(path).size > 0 && !jsonFile(path, Baseline, context).ok)
    throw new UsageError(context.messages.usage.noBaseline(path));
}

/** Leaves out what was not asked for or is known, marks what is waived, and says how the command ends. */
export class Judge {
  readonly #flags: JudgeFlags;
  readonly #context: Context;
  readonly #known: Known | undefined;
  readonly #draft: BaselineDraft | undefined;
  readonly #waived: ReadonlyMap<string, Waived>;
  #code: number = EXIT.clean;

  /** Reads the baseline and the waivers: what is wrong with them is told before any work. */
  constructor(files: readonly string[], flags: JudgeFlags, context: Context) {
    const { baseline, writeBaseline, waivers } = flags;
    this.#flags = flags;
    this.#context = context;
    this.#known = baseline === undefined ? undefined : new Known(requireJson(baseline, Baseline, context));
    if (writeBaseline !== undefined) requireDraftable(files, writeBaseline, context);
    this.#draft = writeBaseline === undefined ? undefined : new BaselineDraft();
    const none: Waivers = new Map();
    this.#waived = new Map(
      files.map((path) => [
        path,
        { waivers: waivers ? waiversOf(path, context) : none, found: [], failed: false },
      ]),
    );
  }

  judge({ path, report }: Checked): Reported {
    this.#known?.saw(report);
    const all = this.#afterWaivers(path, report);
    const chosen = all.filter(({ code }) => isShown(code, this.#flags));
    this.#draft?.add(
      report,
      chosen.filter(({ waived }) => waived === undefined),
    );
    const findings = this.#known === undefined ? chosen : this.#known.newOf(report, chosen);
    this.#code = Math.max(this.#code, this.#codeOf(report, findings));
    return { path, report: { ...report, findings }, known: chosen.length - findings.length };
  }

  /** Tells what the baseline and the waivers have in vain, writes the new baseline, and gives the exit code. */
  end(): number {
    const { messages, err } = this.#context;
    const { baseline = '', writeBaseline } = this.#flags;
    for (const entry of this.#known?.stale() ?? []) err(messages.staleEntry(baseline, entry));
    for (const [path, { waivers, found, failed }] of this.#waived)
      if (!failed)
        for (const key of unmatched(found, waivers)) err(messages.unmatchedWaiver(waiverPath(path), key));
    const written =
      writeBaseline === undefined || this.#draft === undefined
        ? EXIT.clean
        : writeWhole(writeBaseline, this.#draft.text(), this.#context);
    return Math.max(this.#code, written);
  }

  #afterWaivers(path: string, { findings, status }: Report): readonly FindingReport[] {
    const waived = this.#waived.get(path);
    if (waived === undefined) return findings;
    waived.found.push(...findings);
    waived.failed ||= status === 'failed';
    return withWaivers(findings, waived.waivers);
  }

  #codeOf({ status }: Report, findings: readonly FindingReport[]): number {
    if (status === 'failed') return EXIT.failed;
    const counts = findings.some(
      ({ severity, waived }) => waived === undefined && reaches(severity, this.#flags.failOn),
    );
    return counts ? EXIT.findings : EXIT.clean;
  }
}
