const DASHES = /[−–—﹣－]/gu;
const COMMAS = /[，、‚']/gu;
const POINTS = /[。．·•]/gu;
/** What would be a figure but for round letters in it. */
const ROUND = /^[-△▲]?(?=.*[\d.,])[\dOo.,]+%*$/u;
/** What dirt and remains of rulings are taken for at either end of a figure. */
const STRAY = /^[\s:;|_~*"“”‘’`]+|[\s:;|_~*"“”‘’`]+$/gu;
const FIGURE = /^(?<sign>[-△▲]?)(?<body>\d[\d.,]*)(?<percent>%*)$/u;
/** A figure in brackets is a negative one. */
const BRACKETS = /^\((?<inside>.*\d.*)\)$/u;

/**
 * A recognized text as the figure that it must be, its separators set right: points and commas look alike in small print,
 * but groups of three digits and two decimals tell them apart (24.934.03 is 24,934.03). No digit is ever changed. `null`
 * where it is no well-formed figure.
 */
export function figureOf(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const inside = BRACKETS.exec(plain)?.groups?.inside;
  const figure = signedOf(inside ?? plain);
  if (inside === undefined || figure === null) return figure;
  return /^\d/u.test(figure) ? `(${figure})` : null;
}

function signedOf(text: string): string | null {
  const folded = text
    .replace(DASHES, '-')
    .replace(COMMAS, ',')
    .replace(POINTS, '.')
    .replace(STRAY, '')
    .replace(ROUND, (round) => round.replace(/o/giu, '0'));
  const { sign = '', body = '', percent = '' } = FIGURE.exec(folded)?.groups ?? {};
  const number = body === '' ? null : numberOf(body);
  return number === null ? null : `${sign}${number}${percent === '' ? '' : '%'}`;
}

function numberOf(body: string): string | null {
  const groups = body.split(/[.,]+/u);
  const last = groups.at(-1);
  if (last === undefined || last === '') return null;
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return first;
  const isDecimal = last.length <= 2 || (rest.length === 1 && last.length !== 3);
  const isAmbiguous = rest.length === 1 && last.length === 3 && !body.includes(',');
  const whole = isDecimal || isAmbiguous ? rest.slice(0, -1) : rest;
  const isGrouped = whole.every((group) => group.length === 3) && (whole.length === 0 || first.length <= 3);
  if (!isGrouped) return null;
  const integer = [first, ...whole].join(',');
  return isDecimal || isAmbiguous ? `${integer}.${last}` : integer;
}

/** The value of a recognized figure as a decimal number; percent stay percent. */
export const numberOfFigure = (figure: string): string =>
  figure.replace(/[,%)]/gu, '').replace(/^[△▲(]/u, '-');

/** Two figures are the same print where they differ in their commas only. */
export const sameFigure = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (figure: string): string => figure.replaceAll(',', '');
