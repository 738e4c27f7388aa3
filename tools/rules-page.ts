import type { RuleInfo } from '../model/rule.ts';
import { LINK_RULES } from '../reconcile/link/registry.ts';
import { RULES } from '../reconcile/rules/registry.ts';
import { codesOf, FAMILIES, type Family } from './rule-families.ts';

/** A rule as its page shows it; an example is one small report, or several that are read together. */
interface Shown extends RuleInfo {
  readonly where: 'document' | 'documents';
  readonly fires: readonly (readonly string[])[];
  readonly quiet: readonly (readonly string[])[];
}

const SEVERITY: Readonly<Record<RuleInfo['severity'], string>> = {
  error: 'error · 错误',
  warning: 'warning · 警告',
  info: 'info · 提示',
};
const STATE = {
  document: 'in one document · 单个文档内',
  documents: 'across documents · 跨文档',
  none: 'not checked · 未核对',
} as const;

const alone = (reports: readonly string[]): readonly (readonly string[])[] =>
  reports.map((report) => [report]);

const shown: ReadonlyMap<string, Shown> = new Map(
  [
    ...RULES.map(
      (rule): Shown => ({
        ...rule,
        where: 'document',
        fires: alone(rule.fires),
        quiet: alone(rule.quiet),
      }),
    ),
    ...LINK_RULES.map((rule): Shown => ({ ...rule, where: 'documents' })),
  ].map((rule) => [rule.code, rule]),
);

const block = (text: string): string => `\`\`\`text\n${text.trim()}\n\`\`\``;
const example = (title: string, reports: readonly string[]): string =>
  [title, ...reports.map(block)].join('\n\n');

const NOTE =
  'Made by `npm run docs` from the rules themselves; do not edit. 由 `npm run docs` 自规则生成，请勿手改。';

function section({ code, title, explanation, severity, where, fires, quiet }: Shown): string {
  return [
    `## ${code} ${title.en} · ${title.zh}`,
    `*${SEVERITY[severity]}, ${STATE[where]}*`,
    explanation.en,
    explanation.zh,
    ...fires.slice(0, 1).map((reports) => example('Finds · 可查出：', reports)),
    ...quiet.slice(0, 1).map((reports) => example('Does not find · 不误报：', reports)),
  ].join('\n\n');
}

const missing = (code: string): string => `## ${code}\n\n*${STATE.none}*`;

function familyPage(family: Family): string {
  const { digits, title } = family;
  return `${[
    `# R-${digits} ${title.en} · ${title.zh}`,
    NOTE,
    '[All rules · 全部规则](README.md)',
    ...codesOf(family).map((code) => {
      const rule = shown.get(code);
      return rule === undefined ? missing(code) : section(rule);
    }),
  ].join('\n\n')}\n`;
}

function row(code: string, digits: string): string {
  const rule = shown.get(code);
  const cells =
    rule === undefined
      ? [code, '', '', STATE.none]
      : [
          `[${code}](${digits}.md)`,
          `${rule.title.en} · ${rule.title.zh}`,
          SEVERITY[rule.severity],
          STATE[rule.where],
        ];
  return `| ${cells.join(' | ')} |`;
}

function indexPage(): string {
  const codes = FAMILIES.flatMap(codesOf);
  const count = (where: Shown['where']): number =>
    codes.filter((code) => shown.get(code)?.where === where).length;
  const table = (family: Family): string =>
    [
      `## R-${family.digits} ${family.title.en} · ${family.title.zh}`,
      '',
      '| code 编号 | rule 规则 | severity 级别 | checked 核对 |',
      '| --- | --- | --- | --- |',
      ...codesOf(family).map((code) => row(code, family.digits)),
    ].join('\n');
  return `${[
    '# The rules · 规则',
    NOTE,
    `The catalogue has ${codes.length} rules: ${count('document')} are checked within one document, ${count('documents')} across documents. The severity is the usual one of a rule; its page says where a breach is graver or lighter. All examples run as tests, and \`duizhang rules CODE\` prints every one of them.`,
    `目录共${codes.length}条规则：${count('document')}条在单个文档内核对，${count('documents')}条跨文档核对。级别为各规则通常的级别，例外见各页。示例均作为测试运行，\`duizhang rules CODE\` 可列出全部示例。`,
    ...FAMILIES.map(table),
  ].join('\n\n')}\n`;
}

/** The index of the catalogue and a page for each of its families, by path. */
export const rulesPages = (): readonly { readonly path: string; readonly content: string }[] => [
  { path: 'docs/rules/README.md', content: indexPage() },
  ...FAMILIES.map((family) => ({ path: `docs/rules/${family.digits}.md`, content: familyPage(family) })),
];
