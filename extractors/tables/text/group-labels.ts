import { greatest } from './greatest.ts';
import { hasHan, piecesOf, printedWidth } from './join.ts';
import { isFigure } from './kind.ts';
import { type Label, labelOf, type Piece } from './pieces.ts';

const TERMINAL = /(费|费用|资金|经费|项目|专项|支出|收入|工作|补贴|补助|合计|服务|管理|建设|活动)$/u;
const TAIL_START = /^[的和与及、,，)）"”]/u;
const SCRAP = /^[·•.,'`]\s/u;

/** Quotes and brackets are looked at over a whole label, but not over a run of them. */
const LONGEST = 20;

const odd = (text: string): boolean => {
  const quotes = (text.match(/"/gu) ?? []).length;
  const opened = (text.match(/[（(“《]/gu) ?? []).length - (text.match(/[）)”》]/gu) ?? []).length;
  return quotes % 2 === 1 || opened > 0;
};

/** True where a label cannot end here, or the next one cannot begin there. */
export const surelyWraps = (above: string, next: string): boolean => TAIL_START.test(next) || odd(above);

/** True where the label `next` is the tail of the label above it, wrapped onto the next row. */
function wrapsInto(label: string, above: string, next: string, full: number): boolean {
  if (surelyWraps(label, next)) return true;
  if (piecesOf(above).length > 1 || piecesOf(next).length > 1) return false;
  if (printedWidth(above) < full - 1 || printedWidth(next) >= full) return false;
  return !TERMINAL.test(above) || printedWidth(next) <= 3;
}

/** A short scrap that repeats the number of the label right beside it: read twice. */
function isEcho(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  const digits = piece?.bit.text.match(/\d+/gu)?.join() ?? '';
  if (piece === undefined || digits === '' || printedWidth(piece.bit.text) > 4) return false;
  return [pieces[index - 1], pieces[index + 1]].some(
    (one) =>
      one !== undefined &&
      Math.abs(one.at - piece.at) === 1 &&
      printedWidth(one.bit.text) > printedWidth(piece.bit.text) &&
      one.bit.text.match(/\d+/gu)?.join() === digits,
  );
}

/** Joins the labels of row groups that were wrapped onto the next row; scraps are left out. */
export function groupLabels(pieces: readonly Piece[]): readonly Label[] {
  const sound = pieces.filter(
    (piece, index) =>
      (hasHan(piece.bit.text) || isFigure(piece.bit.text)) &&
      !SCRAP.test(piece.bit.text) &&
      !isEcho(pieces, index),
  );
  const full = greatest(
    sound.flatMap(({ bit }) => piecesOf(bit.text).map(printedWidth)).filter((width) => width <= 20),
  );
  const groups: Piece[][] = [];
  for (const piece of sound) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    const joined = group?.map((one) => one.bit.text).join('') ?? '';
    const tail =
      above !== undefined &&
      piece.at - above.at <= (printedWidth(piece.bit.text) <= 3 ? 2 : 1) &&
      hasHan(piece.bit.text) &&
      hasHan(above.bit.text) &&
      wrapsInto(joined.length > LONGEST ? above.bit.text : joined, above.bit.text, piece.bit.text, full);
    if (group !== undefined && tail) group.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap((group) => labelOf(group) ?? []);
}
