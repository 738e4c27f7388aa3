import type { FindingReport } from '../../model/report.ts';
import type { Context } from '../context.ts';
import { excerpt } from '../print/finding.ts';
import { placeText } from '../print/place.ts';
import { reasonsText } from '../print/reasons.ts';
import { visible } from '../print/visible.ts';
import { countsOf } from './counts.ts';
import type { ReportFormat } from './reporter.ts';

/** What Markdown, the tables and the formulas of GitHub and GitLab among it, would take for markup. */
const MARKUP = /[\\`*_{}[\]<>|~#&$]/gu;

/** A text in one line that shows as it is, also in the cell of a table. */
export const escaped = (text: string): string =>
  visible(text.replace(/\s+/gu, ' ').trim()).replace(MARKUP, (mark) => `\\${mark}`);

function cellOf(finding: FindingReport, { messages }: Context): string {
  const { message, arithmetic, cause, quote, stated, waived } = finding;
  const lines = [
    message,
    ...(arithmetic === undefined ? [] : [arithmetic]),
    ...(cause === undefined ? [] : [messages.likelyCause(cause)]),
    ...(waived === undefined ? [] : [messages.waivedFor(waived)]),
    ...(quote === '' ? [] : [`“${excerpt(quote, stated?.raw)}”`]),
  ];
  return lines.map(escaped).join('<br>');
}

function rowOf(finding: FindingReport, context: Context): string {
  const { severity, code, place, key, waived } = finding;
  const { severities, waivedWord } = context.messages;
  const word = waived === undefined ? severities[severity] : `~~${severities[severity]}~~ ${waivedWord}`;
  const cells = [word, code, escaped(placeText(place)), cellOf(finding, context), `\`${key}\``];
  return `| ${cells.join(' | ')} |\n`;
}

function table(findings: readonly FindingReport[], context: Context): string {
  const { severity, rule, place, finding, key } = context.messages.columns;
  const titles = [severity, rule, place, finding, key];
  const head = `| ${titles.join(' | ')} |\n|${' --- |'.repeat(titles.length)}\n`;
  return `${head}${findings.map((row) => rowOf(row, context)).join('')}\n`;
}

/** A heading, a table and the counts for every document, to be pasted into an issue. */
export const markdown: ReportFormat = (_, context) => {
  const { messages, out } = context;
  return {
    add(reported) {
      const { path, report } = reported;
      const { status, reasons, findings } = report;
      out(`### ${escaped(path)}\n\n`);
      if (status !== 'ok') out(`${escaped(reasonsText(status, reasons, context))}\n\n`);
      if (findings.length > 0) out(table(findings, context));
      if (status !== 'failed') out(`${escaped(messages.summary(countsOf(reported)))}\n\n`);
    },
    end: () => undefined,
  };
};
