import { type JsonFormat, JsonPrinter } from '../print/json.ts';
import type { ReportFormat } from './reporter.ts';

const jsonAs =
  (format: JsonFormat): ReportFormat =>
  (several, { out }) => {
    const printer = new JsonPrinter(format, several, out);
    return { add: ({ report }) => printer.add(report), end: () => printer.end() };
  };

/** The whole report of every document: one object, or an array of several. */
export const json = jsonAs('json');
/** The whole report of every document, one a line. */
export const ndjson = jsonAs('ndjson');
