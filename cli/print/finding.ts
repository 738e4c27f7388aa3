import type { Severity } from '../../model/audit.ts';
import type { FindingReport } from '../../model/report.ts';
import type { Context } from '../context.ts';
import { placeText } from './place.ts';
import { visible } from './visible.ts';

const LONGEST_QUOTE = 160;

/** A quote in one line; of a long one, the part around the figure. */
export function excerpt(quote: string, figure: string | undefined): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  if (line.length <= LONGEST_QUOTE) return line;
  const at = Math.max(0, figure === undefined ? 0 : line.indexOf(figure));
  const start = Math.max(0, Math.min(at - LONGEST_QUOTE / 2, line.length - LONGEST_QUOTE));
  const end = start + LONGEST_QUOTE;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}

/** The word for a severity in its colour. */
export function severityWord(severity: Severity, { colors, messages }: Context): string {
  const paint: Readonly<Record<Severity, (text: string) => string>> = {
    error: colors.red,
    warning: colors.yellow,
    info: colors.cyan,
  };
  return paint[severity](messages.severities[severity]);
}

/** One finding as a linter prints it, and below it the quote, the arithmetic and the likely cause. */
export function findingLines(name: string, finding: FindingReport, context: Context): string {
  const { colors, messages } = context;
  const { place, severity, code, message, quote, arithmetic, cause, stated, waived } = finding;
  const word =
    waived === undefined
      ? severityWord(severity, context)
      : colors.dim(`${messages.waivedWord} ${messages.severities[severity]}`);
  const head = `${colors.bold(visible(`${name}:${placeText(place)}`))}  ${word}  ${code}  ${visible(message)}`;
  const below = [
    ...(quote === '' ? [] : [colors.dim(visible(`“${excerpt(quote, stated?.raw)}”`))]),
    ...(arithmetic === undefined ? [] : [visible(arithmetic)]),
    ...(cause === undefined ? [] : [visible(messages.likelyCause(cause))]),
    ...(waived === undefined ? [] : [visible(messages.waivedFor(waived))]),
  ];
  return `${[head, ...below.map((line) => `    ${line}`)].join('\n')}\n`;
}
