import type { Blame, Severity } from '../model/audit.ts';

interface Evidence {
  readonly label: string;
  readonly quote: string;
}

/** U+FFFD stands for what could not be read: where it touches the figures, the doubt is about our reading. */
const UNREAD = /\uFFFD/u;
export const blameOf = (figures: readonly Evidence[], quote: string): Blame =>
  UNREAD.test(quote) || figures.some((figure) => UNREAD.test(figure.quote + figure.label))
    ? 'reading'
    : 'report';

/** A doubt about our own reading is never an error of the report. */
export const softened = (severity: Severity, blame: Blame): Severity =>
  blame === 'reading' && severity === 'error' ? 'warning' : severity;
