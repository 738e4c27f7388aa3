import type { Severity } from '../../../model/audit.ts';
import type { RuleInfo } from '../../../model/rule.ts';
import type { Language } from '../../../reconcile/reconcile.ts';

export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Readonly<
  Record<Severity, string>
>;

/** A rule with the small reports in which it finds something. */
interface Exemplified extends RuleInfo {
  readonly fires: readonly string[];
}

const EXAMPLE: Readonly<Record<Language, string>> = { en: 'Finds:', zh: '可查出：' };

/** What a rule says of itself, in one language, as SARIF has it. */
export function descriptorOf({ code, title, explanation, severity, fires }: Exemplified, language: Language) {
  const text = explanation[language];
  const [example] = fires;
  const shown = example === undefined ? '' : `\n\n${EXAMPLE[language]}\n\n\`\`\`\n${example.trim()}\n\`\`\``;
  return {
    id: code,
    name: title[language],
    shortDescription: { text: title[language] },
    fullDescription: { text },
    help: { text, markdown: `${text}${shown}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}
