import { csvLines } from '../../db/export/csv.ts';
import type { FindingReport } from '../../model/report.ts';
import { placeText } from '../print/place.ts';
import type { Reported, ReportFormat } from './reporter.ts';

type Value = string | number | null;
type Column = (finding: FindingReport, reported: Reported) => Value;

/** One finding is one line: what a text breaks its lines with is a blank here. */
const line = (text: string | undefined): string | null => text?.replace(/\s+/gu, ' ').trim() ?? null;

/** The columns by name, in their order; more may come at the end. */
const COLUMNS: Readonly<Record<string, Column>> = {
  file: (_, { path }) => path,
  place: ({ place }) => placeText(place),
  severity: ({ severity }) => severity,
  code: ({ code }) => code,
  message: ({ message }) => line(message),
  arithmetic: ({ arithmetic }) => line(arithmetic),
  cause: ({ cause }) => line(cause),
  blame: ({ blame }) => blame,
  stated: ({ stated }) => stated?.value ?? null,
  computed: ({ computed }) => computed?.value ?? null,
  gap: ({ gap }) => gap ?? null,
  unit: ({ stated }) => stated?.valueUnit ?? null,
  quote: ({ quote }) => line(quote),
  key: ({ key }) => key,
  waived: ({ waived }) => line(waived?.reason),
  entity: (_, { report }) => report.document.entity,
  year: (_, { report }) => report.document.year,
  kind: (_, { report }) => report.document.kind,
};

/** One finding a line below the names of the columns, written as exports write CSV. */
export const csv: ReportFormat = (_, { out }) => {
  out(csvLines([Object.keys(COLUMNS)]));
  return {
    add(reported) {
      const { findings } = reported.report;
      if (findings.length === 0) return;
      out(csvLines(findings.map((finding) => Object.values(COLUMNS).map((of) => of(finding, reported)))));
    },
    end: () => undefined,
  };
};
