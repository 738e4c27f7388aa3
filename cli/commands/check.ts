import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { Severity } from '../../model/audit.ts';
import { DEFAULT_CONFIG, type OcrMode } from '../../model/config.ts';
import type { Report } from '../../model/report.ts';
import { type Checked, type CheckOptions, checkFiles } from '../../pipeline/check.ts';
import { isShown } from '../codes.ts';
import type { Context } from '../context.ts';
import { EXIT, type FailOn, reaches } from '../exit.ts';
import { requireFiles } from '../files.ts';
import type { CheckCounts } from '../messages/messages.ts';
import { sharedOptions } from '../options.ts';
import { findingLines } from '../print/finding.ts';
import { JsonPrinter } from '../print/json.ts';
import { tellReasons } from '../print/reasons.ts';

interface CheckFlags {
  readonly format: 'pretty' | 'json' | 'ndjson';
  readonly failOn: FailOn;
  readonly rule?: readonly string[];
  readonly ignore?: readonly string[];
  readonly from?: 'layout';
  readonly timeout: number;
  readonly password?: string;
  readonly ocr: OcrMode;
  readonly debugDir?: string;
}

interface Printer {
  add(checked: Checked): void;
  end(): void;
}

const NO_COUNTS: CheckCounts = { severities: { error: 0, warning: 0, info: 0 }, checked: 0, of: 0 };

function countsOf({ findings, coverage }: Report): CheckCounts {
  const number = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const severities = { error: number('error'), warning: number('warning'), info: number('info') };
  return { severities, ...coverage.statedTotals };
}

const sum = (a: CheckCounts, b: CheckCounts): CheckCounts => ({
  severities: {
    error: a.severities.error + b.severities.error,
    warning: a.severities.warning + b.severities.warning,
    info: a.severities.info + b.severities.info,
  },
  checked: a.checked + b.checked,
  of: a.of + b.of,
});

function prettyPrinter(several: boolean, context: Context): Printer {
  const { messages, out, colors } = context;
  let total = NO_COUNTS;
  let documents = 0;
  return {
    add({ path, report }) {
      if (report.status === 'failed') return;
      const counts = countsOf(report);
      total = sum(total, counts);
      documents += 1;
      for (const finding of report.findings) out(findingLines(path, finding, context));
      out(`${colors.bold(path)}: ${messages.summary(counts)}\n`);
    },
    end() {
      if (several) out(`${colors.bold(messages.total(documents))}: ${messages.summary(total)}\n`);
    },
  };
}

function jsonPrinter(format: 'json' | 'ndjson', several: boolean, { out }: Context): Printer {
  const printer = new JsonPrinter(format, several, out);
  return { add: ({ report }) => printer.add(report), end: () => printer.end() };
}

function codeOf(report: Report, failOn: FailOn): number {
  if (report.status === 'failed') return EXIT.failed;
  return report.findings.some(({ severity }) => reaches(severity, failOn)) ? EXIT.findings : EXIT.clean;
}

/** Layouts go through the later stages in this thread; the code for that is loaded only then. */
async function checkedFrom(files: readonly string[], { from }: CheckFlags, options: CheckOptions) {
  if (from === undefined) return checkFiles(files, options);
  const { checkLayouts } = await import('../../pipeline/check-layouts.ts');
  return checkLayouts(files, options);
}

async function check(files: readonly string[], flags: CheckFlags, context: Context): Promise<number> {
  requireFiles(files, context);
  const { format, failOn, rule = [], ignore = [], timeout, password, ocr, debugDir } = flags;
  const options = {
    jobs: availableParallelism(),
    timeout: timeout * 1000,
    config: { ...DEFAULT_CONFIG, ocr: ocr },
    onRecognized: (name: string, pages: number) => context.err(context.messages.recognized(name, pages)),
    language: context.language,
    ...(password !== undefined && { password }),
    ...(debugDir !== undefined && { debugDir }),
  };
  const several = files.length > 1;
  const printer =
    format === 'pretty' ? prettyPrinter(several, context) : jsonPrinter(format, several, context);
  let code: number = EXIT.clean;
  for await (const { path, report } of await checkedFrom(files, flags, options)) {
    const findings = report.findings.filter((finding) => isShown(finding.code, { rule, ignore }));
    const shown = { ...report, findings };
    tellReasons(path, report.status, report.reasons, context);
    printer.add({ path, report: shown });
    code = Math.max(code, codeOf(shown, failOn));
  }
  printer.end();
  return code;
}

/** `duizhang check FILE…` */
export function checkCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  program
    .command('check')
    .description(messages.commands.check)
    .argument('<file...>', messages.arguments.files)
    .addOption(shared.format('pretty', 'json', 'ndjson'))
    .addOption(shared.failOn())
    .addOption(shared.codes('rule', messages.options.rule))
    .addOption(shared.codes('ignore', messages.options.ignore))
    .addOption(new Option('--from <kind>', messages.options.from).choices(['layout']))
    .addOption(shared.timeout())
    .addOption(shared.password())
    .addOption(shared.ocr())
    .addOption(shared.debugDir())
    .addOption(shared.lang())
    .action(async (files: string[], flags: CheckFlags) => done(await check(files, flags, context)));
}
