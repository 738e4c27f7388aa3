/**
 * Spreadsheets take a cell of a CSV file that begins with = + - @ (the full-width forms too) or with a tab or line
 * break for a formula, whatever stands in quotes around it (https://owasp.org/www-community/attacks/CSV_Injection).
 * What begins with a quote already gets one more, so that a leading quote is always one that was put there.
 */
const MARKED = /^\s*[=+\-@＝＋－＠]|^[\t\r\n']/u;
/** A number with its sign is only a number. */
const NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/u;

/** The text with a single quote put before it where a spreadsheet might run it; `restore` takes it away again. */
export const neutralise = (text: string): string =>
  MARKED.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/** The text that `neutralise` was given: one leading quote less, where there is one. */
export const restore = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
