import type { Rule } from '../reconcile/rule.ts';
import { RULES } from '../reconcile/rules/registry.ts';

const example = (title: string, text: string): string => `${title}\n\n\`\`\`text\n${text.trim()}\n\`\`\``;

const section = ({ code, title, explanation, severity, fires, quiet }: Rule): string =>
  [
    `## ${code} ${title.en} · ${title.zh}`,
    `**${severity}.** ${explanation.en}`,
    explanation.zh,
    ...fires.slice(0, 1).map((text) => example('Finds:', text)),
    ...quiet.slice(0, 1).map((text) => example('Does not find:', text)),
  ].join('\n\n');

/** The catalogue of rules with one example of each kind; `duizhang rules CODE` shows all of them. */
export function rulesPage(): string {
  const rules = [...RULES].sort((a, b) => (a.code < b.code ? -1 : 1));
  const introduction = `# The rules

Made by \`npm run docs\` from the rules themselves; do not edit. All examples run as tests, and \`duizhang rules CODE\` prints
every one of them.`;
  return `${[introduction, ...rules.map(section)].join('\n\n')}\n`;
}
