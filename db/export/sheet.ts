import type { ColumnType } from '../dictionary.ts';
import type { Value } from './column.ts';

/** What a sheet can hold (ECMA-376 and the limits that Excel states). */
export const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;
/** Excel keeps numbers as binary floats: so many digits come back as they were, longer numbers are written as text. */
const MOST_DIGITS = 15;
const ALPHABET = 26;

/** The letters of a column, from 0: A … Z, AA … */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % ALPHABET));
  return index < ALPHABET ? last : columnName(Math.floor(index / ALPHABET) - 1) + last;
}

const code = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text as SpreadsheetML holds it: characters that XML cannot hold become `_xHHHH_`, and so does what looks like that. */
export const escapeText = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses, and the carriage return that it alters
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, code)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function cut(text: string, onCut: () => void): string {
  if (text.length <= MOST_CHARACTERS) return text;
  onCut();
  return `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

const isShort = (digits: string): boolean => digits.replace(/^-?[0.]*|\./gu, '').length <= MOST_DIGITS;

/** One cell. Text is an inline string and never a formula; an absent value has no cell. */
function cellXml(at: string, value: Value, type: ColumnType, onCut: () => void): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = String(value);
  const isNumber = type !== 'text' && type !== 'json';
  if (isNumber && isShort(text)) return `<c r="${at}"><v>${text}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeText(cut(text, onCut))}</t></is></c>`;
}

/** One row, counted from 1; `onCut` is called for every text that is longer than a cell can hold. */
export function rowXml(
  number: number,
  values: readonly Value[],
  types: readonly ColumnType[],
  onCut: () => void,
): string {
  const cells = values.map((value, i) =>
    cellXml(`${columnName(i)}${number}`, value, types[i] ?? 'text', onCut),
  );
  return `<row r="${number}">${cells.join('')}</row>`;
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A sheet whose first row stays in sight. */
export const SHEET_START = `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
export const SHEET_END = '</sheetData></worksheet>';
