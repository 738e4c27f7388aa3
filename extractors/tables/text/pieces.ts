import { greatest } from './greatest.ts';
import type { Bit } from './grid.ts';
import { bare, hasHan, joinBits, piecesOf, printedWidth } from './join.ts';
import { isFigure } from './kind.ts';
import { isScattered } from './noise.ts';
import { isGroupScore, isIndicatorLabel, isLabelPiece, labelInside, opensLabel } from './vocabulary.ts';

/** A merged label put together from its pieces, and the printed lines (index into the body) it stood on. */
export interface Label {
  readonly bit: Bit;
  readonly from: number;
  readonly to: number;
}

/** The pieces of a label column: printed line index and text. */
export interface Piece {
  readonly at: number;
  readonly bit: Bit;
}

const labelOf = (pieces: readonly Piece[]): Label | null => {
  const bit = joinBits(pieces.map((piece) => piece.bit));
  const [first, last] = [pieces[0], pieces.at(-1)];
  return bit === null || first === undefined || last === undefined ? null : { bit, from: first.at, to: last.at };
};

/** Scraps of recognition before or after a whole indicator label are left out of it. */
function clean(label: Label): Label {
  const squeezed = bare(label.bit.text);
  const inside = labelInside(squeezed.replace(/[^\u3400-\u9fff]/gu, ''));
  if (inside === null || squeezed === inside || squeezed.length - inside.length > 4) return label;
  if (squeezed.split(inside).some((rest) => rest !== '' && isLabelPiece(rest))) return label;
  return { ...label, bit: { ...label.bit, text: inside } };
}

const closes = (text: string): boolean => isIndicatorLabel(text) || /指标$|指标[（(]\d+分?[)）]$|度标$/u.test(bare(text));

/** What recognition made of a label's piece a second time: a few characters that are no piece, right beside one. */
function isScrap(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || isLabelPiece(piece.bit.text) || isGroupScore(piece.bit.text)) return false;
  if (isScattered(piece.bit.text)) return true;
  if (bare(piece.bit.text).length > 4) return false;
  const beside = [pieces[index - 1], pieces[index + 1]];
  return beside.some(
    (one) => one !== undefined && Math.abs(one.at - piece.at) <= 1 && isLabelPiece(one.bit.text) && !closes(one.bit.text),
  );
}

/** Joins the pieces of indicator labels (数量 | 指标) that stand on neighbouring lines. */
export function indicatorLabels(pieces: readonly Piece[]): readonly Label[] {
  const labels: Label[] = [];
  let open: Piece[] = [];
  const close = () => {
    const label = labelOf(open);
    if (label !== null) labels.push(clean(label));
    open = [];
  };
  for (const [index, piece] of pieces.entries()) {
    if (isScrap(pieces, index)) continue;
    if (!hasHan(piece.bit.text) && !isGroupScore(piece.bit.text)) continue;
    const score = isGroupScore(piece.bit.text);
    if (score) close();
    const before = open.at(-1);
    const last = labels.at(-1);
    if (score && last !== undefined && piece.at - last.to <= 3) {
      const bit = joinBits([last.bit, piece.bit]) ?? last.bit;
      labels[labels.length - 1] = { bit, from: last.from, to: piece.at };
      continue;
    }
    if (before !== undefined) {
      const sofar = open.map((one) => bare(one.bit.text)).join('');
      const whole = sofar + bare(piece.bit.text);
      const near = piece.at - before.at <= 2;
      const goesOn = isLabelPiece(whole) || (!opensLabel(piece.bit.text) && isLabelPiece(piece.bit.text));
      if (!near || closes(sofar) || !(goesOn || (!opensLabel(piece.bit.text) && labelInside(whole) !== null))) close();
    }
    open.push(piece);
  }
  close();
  return labels;
}

const TERMINAL = /(费|费用|资金|经费|项目|专项|支出|收入|工作|补贴|补助|合计|服务|管理|建设|活动)$/u;
const TAIL_START = /^[的和与及、,，)）"”]/u;
const SCRAP = /^[·•.,'`]\s/u;

const odd = (text: string): boolean => {
  const quotes = (text.match(/"/gu) ?? []).length;
  const opened = (text.match(/[（(“《]/gu) ?? []).length - (text.match(/[）)”》]/gu) ?? []).length;
  return quotes % 2 === 1 || opened > 0;
};

/** True where a label cannot end here, or the next one cannot begin there. */
export const surelyWraps = (above: string, next: string): boolean => TAIL_START.test(next) || odd(above);

/** True where the label `next` is the tail of the label above it, wrapped onto the next row. */
function wrapsInto(above: string, next: string, full: number): boolean {
  if (surelyWraps(above, next)) return true;
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
  const sound = pieces.filter((piece, index) => (hasHan(piece.bit.text) || isFigure(piece.bit.text)) && !SCRAP.test(piece.bit.text) && !isEcho(pieces, index));
  const full = greatest(sound.flatMap(({ bit }) => piecesOf(bit.text).map(printedWidth)).filter((width) => width <= 20));
  const groups: Piece[][] = [];
  for (const piece of sound) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    const joined = group?.map((one) => one.bit.text).join('') ?? '';
    const tail = above !== undefined && piece.at - above.at <= (printedWidth(piece.bit.text) <= 3 ? 2 : 1) && wrapsInto(joined.length > 20 ? above.bit.text : joined, piece.bit.text, full);
    if (group !== undefined && tail) group.push(piece);
    else groups.push([piece]);
  }
  return groups.flatMap((group) => labelOf(group) ?? []);
}
