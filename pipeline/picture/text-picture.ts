import type { TextLine, TextPage } from '../../model/document.ts';
import type { Layout, Paragraph, Table } from '../../model/layout.ts';
import type { Box } from '../../model/place.ts';
import type { Layer } from './layers.ts';
import type { Mark } from './marks.ts';
import { group, rectangle, textAt } from './svg.ts';

/** Points from line to line, the size of the type, and the room for the numbers of lines. */
const PITCH = 16;
const SIZE = 11;
const GUTTER = 48;
const TAB = '    ';

/** Characters that are as wide as they are high in Chinese type; the others take half of that. */
const isWide = (character: string): boolean =>
  (character.codePointAt(0) ?? 0) >= 0x2e80 || '—‘’“”…'.includes(character);

/** How wide a text is set, in points. */
function widthOf(text: string): number {
  let halves = 0;
  for (const character of text.replaceAll('\t', TAB)) halves += isWide(character) ? 2 : 1;
  return (halves * SIZE) / 2;
}

const topOf = (line: number): number => (line - 1) * PITCH;

/** The box of `length` characters from column `column` (from 1) of a line. */
function boxOf({ number, text }: TextLine, column: number, length: number): Box {
  const x0 = GUTTER + widthOf(text.slice(0, column - 1));
  const wide = widthOf(text.slice(column - 1, column - 1 + length));
  return [x0, topOf(number) + 1, x0 + Math.max(wide, SIZE / 2), topOf(number) + PITCH - 1];
}

/** The stretches of a text between blanks and between narrow and wide type: each is set by itself, so that marks fit. */
function stretchesOf(text: string): readonly { readonly text: string; readonly x: number }[] {
  const stretches: { text: string; x: number; wide: boolean }[] = [];
  let x = GUTTER;
  let open = false;
  for (const character of text) {
    const wide = isWide(character);
    const last = stretches.at(-1);
    const blank = character.trim() === '';
    if (!blank && open && last?.wide === wide) last.text += character;
    else if (!blank) stretches.push({ text: character, x, wide });
    open = !blank;
    x += widthOf(character);
  }
  return stretches;
}

const printed = ({ number, text }: TextLine): readonly string[] => {
  const y = topOf(number) + SIZE + 1;
  return [
    textAt(2, y, String(number), { 'font-size': SIZE - 3 }),
    ...stretchesOf(text).map((stretch) =>
      textAt(stretch.x, y, stretch.text, { 'font-size': SIZE, textLength: widthOf(stretch.text) }),
    ),
  ];
};

export function textSize({ lines }: TextPage): { readonly width: number; readonly height: number } {
  const widest = lines.reduce((most, { text }) => Math.max(most, widthOf(text)), 0);
  return { width: GUTTER + widest + SIZE, height: topOf(lines.length + 1) + SIZE };
}

const bandsOf = (table: Table, width: number): readonly string[] =>
  table.parts.flatMap((part) => {
    if (!('lines' in part)) return [];
    const [from, to] = part.lines;
    const name = `${table.id}${table.title === null ? '' : ` ${table.title.text}`}`;
    return [
      rectangle([GUTTER - 4, topOf(from), width, topOf(to + 1)], { class: 'band' }, name),
      textAt(GUTTER - 22, topOf(from) + SIZE, table.id),
    ];
  });

type LineLookup = (number: number) => TextLine | undefined;

const cellsOf = ({ cells }: Table, lineAt: LineLookup): readonly string[] =>
  cells.flatMap(({ place, row, column, text }) => {
    const line = 'line' in place ? lineAt(place.line) : undefined;
    return line === undefined || !('line' in place) || text === ''
      ? []
      : [rectangle(boxOf(line, place.column, text.length), {}, `${row},${column}: ${text}`)];
  });

const paragraphMarks = ({ segments }: Paragraph, index: number, lineAt: LineLookup): readonly string[] =>
  segments.flatMap((segment) => {
    const line = 'line' in segment ? lineAt(segment.line) : undefined;
    return line === undefined || !('line' in segment)
      ? []
      : [rectangle(boxOf(line, segment.column, segment.length), {}, `¶${index + 1}`)];
  });

function findingMarks({ place, role, length, codes, messages }: Mark, lineAt: LineLookup): readonly string[] {
  const line = 'line' in place ? lineAt(place.line) : undefined;
  if (line === undefined || !('line' in place)) return [];
  const box = boxOf(line, place.column, length);
  return [rectangle(box, { class: role, 'data-code': codes.join(' ') }, messages.join('\n'))];
}

/** The layers of a text report: its lines, and what was made of them. Nothing is drawn in it, so there are no rulings. */
export function textPicture(
  page: TextPage,
  { tables, paragraphs }: Layout,
  marks: readonly Mark[],
  layers: ReadonlySet<Layer>,
): string {
  const lines = new Map(page.lines.map((line) => [line.number, line]));
  const lineAt: LineLookup = (number) => lines.get(number);
  const { width } = textSize(page);
  const drawers: Readonly<Record<Layer, () => readonly string[]>> = {
    glyphs: () => page.lines.flatMap(printed),
    rulings: () => [],
    edges: () => [],
    cells: () => tables.flatMap((table) => cellsOf(table, lineAt)),
    tables: () => tables.flatMap((table) => bandsOf(table, width)),
    paragraphs: () => paragraphs.flatMap((paragraph, index) => paragraphMarks(paragraph, index, lineAt)),
    findings: () => marks.flatMap((mark) => findingMarks(mark, lineAt)),
  };
  return [...layers].map((layer) => group(layer, drawers[layer]())).join('');
}
