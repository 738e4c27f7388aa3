import { bare, joinBits } from './join.ts';
import { isScattered } from './noise.ts';
import type { Label, Piece } from './pieces.ts';
import { isGroupScore, isIndicatorLabel, isLabelPiece, labelInside, opensLabel } from './vocabulary.ts';

/** A label in the making: its pieces, and the scraps beside them, which only say where it stood. */
interface Open {
  readonly pieces: readonly Piece[];
  readonly from: number;
  readonly to: number;
}

/** How far the points of a group may stand below its label, in lines. */
const SCORE_REACH = 3;
/** How far apart the pieces of one label may stand: a line between them belongs to a row whose text is centred. */
const PIECE_REACH = 2;
const LONGEST_SCRAP = 4;

/** The Chinese characters of a text: marks and strokes between them say nothing about a label. */
const han = (text: string): string => text.replace(/[^\u3400-\u9fff]/gu, '');
const sofar = (open: Open): string => open.pieces.map(({ bit }) => han(bit.text)).join('');

const closes = (text: string): boolean => isIndicatorLabel(text) || /(指标|度标)$/u.test(text);

/** Joins two readings that share characters: 经济成本 and 成本指标. */
function overlapped(left: string, right: string): string {
  for (let size = Math.min(left.length, right.length); size > 0; size--)
    if (left.endsWith(right.slice(0, size))) return left + right.slice(size);
  return left + right;
}

/** What recognition made of a label's piece a second time: a few characters that are no piece, right beside one. */
function isScrap(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece === undefined || isLabelPiece(han(piece.bit.text)) || isGroupScore(piece.bit.text)) return false;
  if (bare(piece.bit.text).length > LONGEST_SCRAP) return false;
  return [pieces[index - 1], pieces[index + 1]].some((one) => {
    const text = han(one?.bit.text ?? '');
    return one !== undefined && Math.abs(one.at - piece.at) <= 1 && isLabelPiece(text) && !closes(text);
  });
}

/** True where the next piece goes on with the label. */
function goesOn(open: Open, piece: Piece): boolean {
  const before = sofar(open);
  const own = han(piece.bit.text);
  if (before === '') return true;
  if (piece.at - open.to > PIECE_REACH || closes(before)) return false;
  if (isLabelPiece(before + own) || isIndicatorLabel(overlapped(before, own))) return true;
  return !opensLabel(own) && (isLabelPiece(own) || labelInside(before + own) !== null);
}

/** The end of a label (指标) right below a label that is whole: read twice. */
const isEchoedTail = (open: Open, piece: Piece): boolean =>
  piece.at - open.to <= 1 && /^指?标$/u.test(han(piece.bit.text)) && isIndicatorLabel(sofar(open));

/** The text of a label: as printed, but the plain label where the print only adds scraps or says a part twice. */
function textOf(open: Open, printed: string): string {
  const twice = open.pieces.map(({ bit }) => han(bit.text)).reduce(overlapped, '');
  if (open.pieces.length > 1 && isIndicatorLabel(twice)) return twice;
  const squeezed = bare(printed);
  const inside = labelInside(han(squeezed));
  if (inside === null || squeezed === inside || squeezed.length - inside.length > LONGEST_SCRAP)
    return printed;
  const rest = squeezed.split(inside).filter((part) => part !== '');
  return rest.some((part) => isLabelPiece(part)) ? printed : inside;
}

function close(open: Open | null, labels: Label[]): void {
  const bit = joinBits(open?.pieces.map((piece) => piece.bit) ?? []);
  if (open !== null && bit !== null)
    labels.push({ bit: { ...bit, text: textOf(open, bit.text) }, from: open.from, to: open.to });
}

/** Adds the points of a group, (50分), to the label above them; alone they are a label. */
function addScore(piece: Piece, labels: Label[]): void {
  const last = labels.at(-1);
  const near = last !== undefined && piece.at - last.to <= SCORE_REACH;
  if (last === undefined || !near) labels.push({ bit: piece.bit, from: piece.at, to: piece.at });
  else
    labels[labels.length - 1] = {
      bit: joinBits([last.bit, piece.bit]) ?? last.bit,
      from: last.from,
      to: piece.at,
    };
}

/**
 * Joins the pieces of indicator labels (数量 | 指标) that stand on neighbouring lines. Pieces without Chinese are
 * strokes and left out.
 */
export function indicatorLabels(all: readonly Piece[]): readonly Label[] {
  const pieces = all.filter(
    ({ bit }) => isGroupScore(bit.text) || (han(bit.text) !== '' && !isScattered(bit.text)),
  );
  const labels: Label[] = [];
  let open = null as Open | null;
  for (const [index, piece] of pieces.entries()) {
    if (open !== null && isEchoedTail(open, piece)) continue;
    if (isGroupScore(piece.bit.text)) {
      close(open, labels);
      open = null;
      addScore(piece, labels);
    } else if (isScrap(pieces, index)) {
      const fresh = open === null || closes(sofar(open)) || piece.at - open.to > PIECE_REACH;
      if (fresh) close(open, labels);
      open =
        open === null || fresh ? { pieces: [], from: piece.at, to: piece.at } : { ...open, to: piece.at };
    } else if (open !== null && goesOn(open, piece)) {
      open = { ...open, pieces: [...open.pieces, piece], to: piece.at };
    } else {
      close(open, labels);
      open = { pieces: [piece], from: piece.at, to: piece.at };
    }
  }
  close(open, labels);
  return labels;
}
