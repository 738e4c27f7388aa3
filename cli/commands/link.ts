import { type Command, Option } from 'commander';
import type { Severity, Verdict } from '../../model/audit.ts';
import type { LinkFindingReport } from '../../model/link-report.ts';
import manifest from '../../package.json' with { type: 'json' };
import { isShown } from '../codes.ts';
import type { Context } from '../context.ts';
import { EXIT, reaches } from '../exit.ts';
import { sharedOptions } from '../options.ts';
import { JsonPrinter } from '../print/json.ts';
import { linkLines } from '../print/link.ts';
import { tellProblem } from '../problem.ts';
import { addSettings } from '../settings/flags.ts';
import { settingsOf } from '../settings/settle.ts';
import type { Settings } from '../settings/shape.ts';

interface LinkFlags {
  readonly db: string;
  readonly format: 'pretty' | 'json' | 'ndjson';
}

type Verdicts = Readonly<Record<Verdict, number>>;

interface Printer {
  begin(verdicts: Verdicts): void;
  add(finding: LinkFindingReport): void;
  end(): void;
}

function prettyPrinter(context: Context): Printer {
  const { messages, out } = context;
  const severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  let counts = { checked: 0, of: 0 };
  return {
    begin({ unchecked, ...others }) {
      const checked = Object.values(others).reduce((sum, count) => sum + count, 0);
      counts = { checked, of: checked + unchecked };
    },
    add(finding) {
      severities[finding.severity] += 1;
      out(linkLines(finding, context));
    },
    end: () => out(`${messages.linkTotal({ severities, ...counts })}\n`),
  };
}

/** One object for the database, its findings written as they come; or one finding a line. */
function jsonPrinter(format: 'json' | 'ndjson', { out }: Context): Printer {
  const printer = new JsonPrinter(format, true, out);
  const whole = format === 'json';
  return {
    begin(verdicts) {
      if (whole) out(`{\n"statements": ${JSON.stringify(verdicts)},\n"findings": `);
    },
    add: (finding) => printer.add(finding),
    end() {
      printer.end();
      if (whole) out('}\n');
    },
  };
}

async function link(flags: LinkFlags, settings: Settings, context: Context): Promise<number> {
  // Loaded late: commands that need no database do not pay for its native code.
  const { linkDatabase } = await import('../../pipeline/link.ts');
  const { db, format } = flags;
  const { failOn, rule, ignore } = settings;
  const printer = format === 'pretty' ? prettyPrinter(context) : jsonPrinter(format, context);
  let code: number = EXIT.clean;
  const result = linkDatabase(db, manifest.version, ({ summary, outdated, verdicts, eachFinding }) => {
    if (summary.entities > 0) context.err(context.messages.linked(summary));
    if (outdated > 0) context.err(context.messages.outdated(outdated));
    printer.begin(verdicts);
    const printed = eachFinding(context.language, (finding) => {
      if (!isShown(finding.code, { rule, ignore })) return;
      if (reaches(finding.severity, failOn)) code = EXIT.findings;
      printer.add(finding);
    });
    if (printed.ok) printer.end();
    return printed;
  });
  return result.ok ? code : tellProblem(result.problem, context);
}

/** `duizhang link --db FILE` */
export function linkCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  const command = program
    .command('link')
    .description(messages.commands.link)
    .addOption(new Option('--db <file>', messages.options.dbQuery).makeOptionMandatory())
    .addOption(shared.format('pretty', 'json', 'ndjson'))
    .action(async (flags: LinkFlags, called: Command) =>
      done(await link(flags, settingsOf(called, context).settings, context)),
    );
  addSettings(command, ['failOn', 'rule', 'ignore'], context);
}
