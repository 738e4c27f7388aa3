import type { Command } from 'commander';
import type { RuleInfo } from '../../model/rule.ts';
import { matchesCode } from '../codes.ts';
import type { Context } from '../context.ts';
import { EXIT, UsageError } from '../exit.ts';
import { sharedOptions } from '../options.ts';

interface RulesFlags {
  readonly format: 'pretty' | 'json';
}

/** A rule with the small reports that show what it finds and what it leaves alone; across documents several make one example. */
interface Exemplified extends RuleInfo {
  readonly fires: readonly (string | readonly string[])[];
  readonly quiet: readonly (string | readonly string[])[];
}

/** Stands between the reports of one example. */
const BETWEEN = '\n    ----\n    ';

const indented = (text: string): string => text.trim().replaceAll('\n', '\n    ');

function explain(rule: Exemplified, { language, messages, colors }: Context): string {
  const examples = (title: string, shown: Exemplified['fires']) =>
    shown.map((example) => `  ${title}:\n    ${[example].flat().map(indented).join(BETWEEN)}`);
  return `${[
    `${colors.bold(rule.code)}  ${messages.severities[rule.severity]}  ${rule.title[language]}`,
    `  ${rule.explanation[language]}`,
    ...examples(messages.firesOn, rule.fires),
    ...examples(messages.quietOn, rule.quiet),
  ].join('\n')}\n`;
}

const listed = (rule: RuleInfo, { language, messages, colors }: Context): string =>
  `${colors.bold(rule.code)}  ${messages.severities[rule.severity]}  ${rule.title[language]}\n`;

const plain = ({ code, title, explanation, severity, fires, quiet }: Exemplified) => ({
  code,
  title,
  explanation,
  severity,
  fires,
  quiet,
});

async function rules(code: string | undefined, flags: RulesFlags, context: Context): Promise<number> {
  const [{ RULES }, { LINK_RULES }] = await Promise.all([
    import('../../reconcile/rules/registry.ts'),
    import('../../reconcile/link/registry.ts'),
  ]);
  const wanted = code?.toUpperCase();
  const all: readonly Exemplified[] = [...RULES, ...LINK_RULES];
  const chosen = all.filter((rule) => wanted === undefined || matchesCode(rule.code, wanted));
  if (chosen.length === 0 && code !== undefined)
    throw new UsageError(context.messages.usage.noSuchRule(code));
  if (flags.format === 'json') context.out(`${JSON.stringify(chosen.map(plain), null, 2)}\n`);
  else for (const rule of chosen) context.out((code === undefined ? listed : explain)(rule, context));
  return EXIT.clean;
}

/** `duizhang rules [CODE]` */
export function rulesCommand(program: Command, context: Context, done: (code: number) => void): void {
  const { messages } = context;
  const shared = sharedOptions(context);
  program
    .command('rules')
    .description(messages.commands.rules)
    .argument('[code]', messages.arguments.code)
    .addOption(shared.format('pretty', 'json'))
    .action(async (code: string | undefined, flags: RulesFlags) => done(await rules(code, flags, context)));
}
