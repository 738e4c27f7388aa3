import type { Glyph, ImageBox, Ruling } from '../../../model/document.ts';
import { apply, IDENTITY, type Matrix, multiply } from '../../../model/matrix.ts';
import { PAGE_LIMITS, type PageLimits } from './limits.ts';
import { asMatrix, scaleOf, translated } from './matrix.ts';
import { type FontLookup, numberOr, OP, type Operation } from './operators.ts';
import { asRuling, inkOf, subpaths } from './paths.ts';
import { type Area, areaOf, type GraphicsState, initialState, intersect, lightOf } from './state.ts';
import { showText } from './text.ts';
import { type Direction, Facing } from './turned.ts';

/** Text that differs less than this from its background (0 … 1) is a watermark or hidden. */
const MIN_CONTRAST = 0.2;
/** What is brighter looks like blank paper (0 … 1). */
const PAPER = 0.985;
/** An image at most this thick (points) is a drawn line. */
const MAX_LINE = 3;

/** A filled background and how bright it is (0 … 1); later ones cover earlier ones. */
export interface Shade {
  readonly area: Area;
  readonly light: number;
}

/** A picture on the page. */
export interface Picture extends ImageBox {
  /** By which its pixels can be had; `null` for those that have no name. */
  readonly id: string | null;
  /** From the unit square, y upwards, to where it is set on the page; `box` is what its clip leaves of that. */
  readonly matrix: Matrix;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** How many glyphs were drawn before it, if nothing can be seen through it. */
  readonly hides: number;
}

/** All ink of a page in drawing order, in points from its top left. */
export interface PageInk {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly images: readonly Picture[];
  /** Text that is not drawn, as recognition puts it behind a picture of the page. */
  readonly hidden: readonly Glyph[];
  readonly shades: readonly Shade[];
  /** Where most of the text runs. */
  readonly facing: Direction;
  /** Of what there is more than may be read; the rest of the page was not looked at then. */
  readonly beyond: keyof PageLimits | null;
}

interface Sink {
  readonly glyphs: Glyph[];
  readonly rulings: Ruling[];
  readonly images: Picture[];
  readonly hidden: Glyph[];
  readonly shades: Shade[];
}

/**
 * Walks the operations of a page. Rulings are what was drawn; those of width 0 are sides of coloured areas.
 * `base` maps the page's user space to its top-left frame of `width` × `height` points;
 * ink outside of it, and text that cannot be seen, is left out.
 */
export function walk(
  operations: Iterable<Operation>,
  base: Matrix,
  size: { readonly width: number; readonly height: number },
  fonts: FontLookup,
  limits: PageLimits = PAGE_LIMITS,
): PageInk {
  const sink: Sink = { glyphs: [], rulings: [], images: [], hidden: [], shades: [] };
  const page: Area = [0, 0, size.width, size.height];
  const start = initialState(base, page);
  const stack: GraphicsState[] = [];
  let state = start;
  let clipsNext = false;
  const facing = new Facing();
  for (const { op, args } of operations) {
    if (op === OP.save) stack.push(state);
    else if (op === OP.restore || op === OP.paintFormXObjectEnd || op === OP.endAnnotation)
      state = stack.pop() ?? state;
    else if (op === OP.paintFormXObjectBegin || op === OP.beginAnnotation) {
      stack.push(state);
      state = op === OP.beginAnnotation ? enterAnnotation(state, args) : enterForm(state, args);
    } else if (op === OP.clip || op === OP.eoClip) clipsNext = true;
    else if (op === OP.constructPath) {
      state = paintPath(state, args, clipsNext, sink);
      clipsNext = false;
    } else if (op === OP.showText) {
      const shown = showText(args[0], state, fonts(state.font));
      if (!shown.drawn) sink.hidden.push(...shown.glyphs);
      else
        for (const glyph of shown.glyphs) if (isVisible(glyph, state, sink.shades)) sink.glyphs.push(glyph);
      facing.count(shown.direction, shown.glyphs.length);
      state = shown.state;
    } else if (isImage(op)) paintImage(state, op, args, sink);
    else state = change(state, op, args);
    const beyond = stack.length > limits.nesting ? 'nesting' : beyondOf(sink, limits);
    if (beyond !== null) return { ...sink, facing: facing.turn, beyond };
  }
  return { ...sink, facing: facing.turn, beyond: null };
}

function beyondOf({ glyphs, hidden, rulings, shades }: Sink, limits: PageLimits): keyof PageLimits | null {
  if (Math.max(glyphs.length, hidden.length) > limits.glyphs) return 'glyphs';
  return Math.max(rulings.length, shades.length) > limits.rulings ? 'rulings' : null;
}

function enterForm(state: GraphicsState, [matrix, box]: readonly unknown[]): GraphicsState {
  const ctm = multiply(state.ctm, asMatrix(matrix) ?? IDENTITY);
  const corners = ArrayBuffer.isView(box) || Array.isArray(box) ? Array.from(box as ArrayLike<number>) : [];
  const [x0, y0, x1, y1] = corners;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return { ...state, ctm };
  const area = areaOf([apply(ctm, x0, y0), apply(ctm, x1, y0), apply(ctm, x0, y1), apply(ctm, x1, y1)]);
  return { ...state, ctm, clip: intersect(state.clip, area) };
}

function enterAnnotation(state: GraphicsState, args: readonly unknown[]): GraphicsState {
  const outer = asMatrix(args[2]) ?? IDENTITY;
  const inner = asMatrix(args[3]) ?? IDENTITY;
  return { ...state, ctm: multiply(multiply(state.ctm, outer), inner) };
}

function paintPath(
  state: GraphicsState,
  args: readonly unknown[],
  clips: boolean,
  sink: Sink,
): GraphicsState {
  const paint = numberOr(args[0], 0);
  const data = Array.isArray(args[1]) ? args[1][0] : null;
  if (!ArrayBuffer.isView(data) && !Array.isArray(data)) return state;
  const path = subpaths(data as ArrayLike<number>, state.ctm);
  const ink = inkOf(path, paint, state.lineWidth * scaleOf(state.ctm), state.clip);
  // A white line on white paper is not seen, but one between coloured cells parts them.
  if (state.fillAlpha > 0.05) {
    for (const ruling of ink.rulings) sink.rulings.push(ruling);
    const light = blended(state);
    for (const area of ink.areas) {
      sink.shades.push({ area, light });
      if (light < PAPER) sink.rulings.push(...sidesOf(area));
    }
  }
  if (!clips || path.length === 0) return state;
  return { ...state, clip: intersect(state.clip, areaOf(path.flatMap(({ points }) => points))) };
}

/** The sides of a coloured area: rulings of width 0, for they are seen but were not drawn. */
const sidesOf = ([x0, y0, x1, y1]: Area): readonly Ruling[] =>
  x1 - x0 < MAX_LINE || y1 - y0 < MAX_LINE
    ? []
    : [
        { x0, y0, x1, y1: y0, width: 0 },
        { x0, y0: y1, x1, y1, width: 0 },
        { x0, y0, x1: x0, y1, width: 0 },
        { x0: x1, y0, x1, y1, width: 0 },
      ];

const blended = (state: GraphicsState): number => 1 - (1 - state.fillLight) * state.fillAlpha;

function isVisible(glyph: Glyph, state: GraphicsState, shades: readonly Shade[]): boolean {
  const light = blended(state);
  if (light < 0.5) return true;
  const x = (glyph.x0 + glyph.x1) / 2;
  const y = (glyph.y0 + glyph.y1) / 2;
  const under = shades.findLast(({ area: [x0, y0, x1, y1] }) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
  return Math.abs((under?.light ?? 1) - light) >= MIN_CONTRAST;
}

const IMAGES: ReadonlySet<number> = new Set([
  OP.paintImageMaskXObject,
  OP.paintImageXObject,
  OP.paintInlineImageXObject,
  OP.paintImageXObjectRepeat,
  OP.paintImageMaskXObjectRepeat,
  OP.paintSolidColorImageMask,
]);
const isImage = (op: number): boolean => IMAGES.has(op);

function paintImage(state: GraphicsState, op: number, args: readonly unknown[], sink: Sink): void {
  for (const matrix of imageMatrices(op, args)) {
    const ctm = multiply(state.ctm, matrix);
    const box = intersect(
      areaOf([apply(ctm, 0, 0), apply(ctm, 1, 0), apply(ctm, 0, 1), apply(ctm, 1, 1)]),
      state.clip,
    );
    const thickness = Math.min(box[2] - box[0], box[3] - box[1]);
    const ruling = thickness <= MAX_LINE ? asRuling(box, Math.max(0, thickness)) : null;
    if (ruling !== null) sink.rulings.push(ruling);
    else if (thickness > MAX_LINE)
      sink.images.push({ box, matrix: ctm, ...pictureOf(state, op, args, sink) });
  }
}

function pictureOf(
  state: GraphicsState,
  op: number,
  [id, width, height]: readonly unknown[],
  { glyphs }: Sink,
): Omit<Picture, 'box' | 'matrix'> {
  const isWhole = op === OP.paintImageXObject;
  const isOpaque = isWhole && state.opaque && state.fillAlpha === 1;
  return {
    id: isWhole && typeof id === 'string' ? id : null,
    width: isWhole ? numberOr(width, 0) : 0,
    height: isWhole ? numberOr(height, 0) : 0,
    hides: isOpaque ? glyphs.length : 0,
  };
}

function imageMatrices(op: number, args: readonly unknown[]): readonly Matrix[] {
  if (op !== OP.paintImageXObjectRepeat) return [IDENTITY];
  const positions = args[3];
  if (!Array.isArray(positions) && !ArrayBuffer.isView(positions)) return [];
  const list = Array.from(positions as ArrayLike<number>);
  return list.flatMap((x, i) =>
    i % 2 === 0 ? [[numberOr(args[1], 0), 0, 0, numberOr(args[2], 0), x, list[i + 1] ?? 0] as const] : [],
  );
}

/** The state after an operator that paints nothing. */
function change(state: GraphicsState, op: number, args: readonly unknown[]): GraphicsState {
  const first = numberOr(args[0], 0);
  const second = numberOr(args[1], 0);
  switch (op) {
    case OP.transform:
      return { ...state, ctm: multiply(state.ctm, asMatrix(args) ?? IDENTITY) };
    case OP.setLineWidth:
      return { ...state, lineWidth: first };
    case OP.setGState:
      return changeAll(state, args[0]);
    case OP.setFillRGBColor:
      return { ...state, fillLight: lightOf(args[0]) };
    case OP.setFillColorN:
      return { ...state, fillLight: 0 };
    case OP.setFillTransparent:
      return { ...state, fillLight: 1 };
    case OP.beginText:
      return { ...state, textMatrix: IDENTITY, lineMatrix: IDENTITY };
    case OP.setCharSpacing:
      return { ...state, charSpacing: first };
    case OP.setWordSpacing:
      return { ...state, wordSpacing: first };
    case OP.setHScale:
      return { ...state, hScale: first / 100 };
    case OP.setLeading:
      return { ...state, leading: first };
    case OP.setFont:
      return { ...state, font: typeof args[0] === 'string' ? args[0] : '', fontSize: second };
    case OP.setTextRenderingMode:
      return { ...state, renderingMode: first };
    case OP.setTextRise:
      return { ...state, rise: first };
    case OP.moveText:
      return moved(state, first, second);
    case OP.setLeadingMoveText:
      return moved({ ...state, leading: -second }, first, second);
    case OP.nextLine:
      return moved(state, 0, -state.leading);
    case OP.setTextMatrix: {
      const matrix = asMatrix(args[0]) ?? asMatrix(args) ?? IDENTITY;
      return { ...state, textMatrix: matrix, lineMatrix: matrix };
    }
    default:
      return state;
  }
}

function moved(state: GraphicsState, x: number, y: number): GraphicsState {
  const lineMatrix = translated(state.lineMatrix, x, y);
  return { ...state, lineMatrix, textMatrix: lineMatrix };
}

function changeAll(state: GraphicsState, entries: unknown): GraphicsState {
  let next = state;
  for (const entry of Array.isArray(entries) ? entries : []) {
    const [key, value]: readonly unknown[] = Array.isArray(entry) ? entry : [];
    if (key === 'LW') next = { ...next, lineWidth: numberOr(value, next.lineWidth) };
    if (key === 'ca') next = { ...next, fillAlpha: numberOr(value, next.fillAlpha) };
    if (key === 'SMask' || (key === 'BM' && value !== 'source-over')) next = { ...next, opaque: false };
    if (key === 'Font' && Array.isArray(value)) next = change(next, OP.setFont, value);
  }
  return next;
}
