import type { QueryRow } from '../../db/query.ts';
import { SEVERITIES } from '../../model/audit.ts';
import { Place } from '../../model/place.ts';
import type { Context } from '../context.ts';
import { excerpt } from './finding.ts';
import { placeText } from './place.ts';
import { visible } from './visible.ts';

/** One row of a query as people read it. */
export type RowText = (row: QueryRow, context: Context) => string;

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : visible(String(value));

function placed(document: QueryRow[string] | undefined, stored: QueryRow[string] | undefined): string {
  const place = Place.safeParse(JSON.parse(text(stored) || 'null'));
  return `${text(document)}:${place.success ? placeText(place.data) : ''}`;
}

const where = (row: QueryRow): string => placed(row.document, row.place);

/** The other document of a finding across documents, with what it prints; nothing for findings within one. */
function otherPlace(row: QueryRow): string {
  if (text(row.other_document) === '') return '';
  return `${placed(row.other_document, row.other_place)}  “${excerpt(text(row.other_quote), undefined)}”`;
}

const below = (lines: readonly string[]): string =>
  lines
    .filter((line) => line !== '')
    .map((line) => `    ${line}\n`)
    .join('');

export const findingText: RowText = (row, { language, messages, colors }) => {
  const severity = SEVERITIES.find((known) => known === row.severity) ?? 'info';
  const head = `${colors.bold(where(row))}  ${messages.severities[severity]}  ${text(row.code)}  ${text(row[`message_${language}`])}\n`;
  const cause = text(row[`cause_${language}`]);
  return `${head}${below([
    row.quote === '' ? '' : `“${excerpt(text(row.quote), text(row.stated))}”`,
    otherPlace(row),
    text(row.arithmetic),
    cause === '' ? '' : messages.likelyCause(cause),
  ])}`;
};

export const factText: RowText = (row, { colors }) => {
  const time = [text(row.year), text(row.phase)].filter((part) => part !== '').join(' ');
  const figure = `${text(row.raw)}${text(row.printed_unit)}`;
  return `${colors.bold(where(row))}  ${text(row.label)} = ${figure} (${time}; ${text(row.check_status)})\n`;
};

export const tableText: RowText = (row, { colors }) =>
  `${colors.bold(text(row.document))}  ${text(row.key)}  ${text(row.title) || '—'}  (${text(row.kind)}, ${text(row.rows)} × ${text(row.columns)}, ${text(row.unit) || '—'})\n`;

export const decisionText: RowText = (row, { language, messages, colors }) => {
  const { decisions, foundNoMore } = messages.resume;
  const decision = row.decision === 'dismissed' ? decisions.dismissed : decisions.confirmed;
  const about = text(row[`message_${language}`]) || foundNoMore;
  const who = [text(row.decided_by), text(row.decided_at).slice(0, 10)]
    .filter((part) => part !== '')
    .join(', ');
  const head = `${colors.bold(text(row.document) || text(row.entity))}  ${text(row.code)}  ${decision} (${who})  ${about}\n`;
  return `${head}${below([text(row.reason)])}`;
};
