import type { TextLine } from '../../model/document.ts';
import type { Cell, Layout, Table, TableLine } from '../../model/layout.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/gu, (c) => ENTITIES[c] ?? c);

/** Tables with more columns are set across the page, as office programs' users do. */
const UPRIGHT_COLUMNS = 7;

const STYLE = `
  @page { size: A4; margin: 25mm 22mm; @bottom-center { content: '- ' counter(page) ' -'; font-size: 9pt; } }
  @page wide { size: A4 landscape; margin: 20mm 15mm; }
  body { font: 12pt/1.8 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; margin: 0; }
  p { margin: 0; text-indent: 2em; }
  p.short { text-indent: 0; }
  p.unit { text-indent: 0; text-align: right; font-size: 10pt; }
  p.title { text-indent: 0; text-align: center; font-weight: bold; break-after: avoid; }
  table { border-collapse: collapse; width: 100%; margin: 4pt 0 12pt; font-size: 9pt; line-height: 1.3; }
  td { border: .5pt solid #000; padding: 2pt 3pt; }
  td.figure { text-align: right; }
  thead td { text-align: center; }
  tr { break-inside: avoid; }
  div.wide { page: wide; }
`;

const isFigure = (text: string): boolean => /^[-−]?[\d,，.\s]+%?$/u.test(text.trim());

function cellOf({ text, rowSpan, columnSpan }: Cell): string {
  const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
  return `<td${spans}${isFigure(text) ? ' class="figure"' : ''}>${escaped(text)}</td>`;
}

/** The cells that begin in a row, with empty ones where the report has none. */
function rowOf(row: number, { cells, columns }: Table): string {
  const covers = (cell: Cell, column: number): boolean =>
    row >= cell.row &&
    row < cell.row + cell.rowSpan &&
    column >= cell.column &&
    column < cell.column + cell.columnSpan;
  const inRow = Array.from({ length: columns }, (_, column) => {
    const cell = cells.find((one) => covers(one, column));
    if (cell === undefined) return '<td></td>';
    return cell.row === row && cell.column === column ? cellOf(cell) : '';
  });
  return `<tr>${inRow.join('')}</tr>`;
}

const linesOf = (line: TableLine | null): readonly number[] =>
  line !== null && 'line' in line.place ? [line.place.line] : [];

/** The table with its title and unit line above and its caption below, which nobody sets on another page. */
function tableOf(table: Table, own: ReadonlyMap<number, string>): string {
  const { rows, headerRows, title, unitLines, caption } = table;
  const lines = Array.from({ length: rows }, (_, row) => rowOf(row, table));
  const head = lines.slice(0, headerRows).join('\n');
  const body = lines.slice(headerRows).join('\n');
  const set = (name: string, numbers: readonly number[]): string =>
    numbers.map((number) => `<p class="${name}">${escaped(own.get(number) ?? '')}</p>`).join('');
  const has = (number: number): boolean => own.has(number);
  const units = unitLines.flatMap(linesOf).filter(has);
  const above = `${set('title', linesOf(title).filter(has))}${set('unit', units)}`;
  const below = set('title', linesOf(caption).filter(has));
  const whole = `${above}<table><thead>${head}</thead><tbody>${body}</tbody></table>${below}`;
  return whole;
}

/** Tables that follow each other without a line between are parts of one form and stand on the same kind of page. */
function orientedTables(blocks: readonly Block[]): readonly string[] {
  const sheets: Block[] = [];
  for (const block of blocks) {
    const last = sheets.at(-1);
    if (last !== undefined && last.columns > 0 && block.columns > 0)
      sheets[sheets.length - 1] = {
        html: `${last.html}\n${block.html}`,
        columns: Math.max(last.columns, block.columns),
      };
    else sheets.push(block);
  }
  return sheets.map(({ html, columns }) =>
    columns > UPRIGHT_COLUMNS ? `<div class="wide">${html}</div>` : html,
  );
}

/** A paragraph or line (0 columns), or a table. */
interface Block {
  readonly html: string;
  readonly columns: number;
}

const isUnit = (text: string): boolean => /^[（(]?(?:金额)?单位[:：]/u.test(text.trim());

/**
 * A text report as a page for a browser: each paragraph once where it begins, each table where it begins, and the lines
 * that belong to neither (titles, units) as they stand.
 */
export function htmlOf(lines: readonly TextLine[], { tables, paragraphs }: Layout): string {
  const texts = new Map(lines.map(({ number, text }) => [number, text]));
  const textAt = (number: number): string => texts.get(number) ?? '';
  const blocks = new Map<number, Block>();
  const taken = new Set<number>();
  const ranges = tables.map(({ parts }) => parts.flatMap((part) => ('lines' in part ? [part.lines] : [])));
  for (const [from, to] of ranges.flat()) for (let line = from; line <= to; line += 1) taken.add(line);
  const free = new Set(
    paragraphs.flatMap(({ segments }) => segments.flatMap((s) => ('line' in s ? [s.line] : []))),
  );
  for (const [index, table] of tables.entries()) {
    const [first] = ranges[index] ?? [];
    if (first === undefined) continue;
    const about = [table.title, ...table.unitLines, table.caption].flatMap(linesOf);
    const own = about.filter((number) => !taken.has(number) && !free.has(number));
    const words = new Map(own.map((number) => [number, textAt(number)]));
    for (const number of own) taken.add(number);
    blocks.set(first[0], { html: tableOf(table, words), columns: table.columns });
  }
  for (const { text, segments } of paragraphs) {
    const own = segments.flatMap((segment) => ('line' in segment ? [segment.line] : []));
    const [first] = own;
    if (first === undefined) continue;
    for (const line of own) taken.add(line);
    const name = isUnit(text) ? 'unit' : text.length < 30 && !/[。；]$/u.test(text) ? 'short' : 'body';
    const before = blocks.get(first);
    blocks.set(first, {
      html: `${before?.html ?? ''}<p class="${name}">${escaped(text)}</p>`,
      columns: before?.columns ?? 0,
    });
  }
  const rest = lines.filter(({ number, text }) => !taken.has(number) && text.trim() !== '');
  for (const { number, text } of rest)
    blocks.set(number, {
      html: `<p class="${isUnit(text) ? 'unit' : 'title'}">${escaped(text)}</p>`,
      columns: 0,
    });
  const body = [...blocks].toSorted(([a], [b]) => a - b).map(([, block]) => block);
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><style>${STYLE}</style></head>\n<body>\n${orientedTables(body).join('\n')}\n</body></html>\n`;
}
