/** How wide a text is printed: ink of so many pixels over its characters. */
export interface Measured {
  readonly text: string;
  /** Width of the ink in pixels. */
  readonly width: number;
}

/** How far characters advance, and the white left of a digit's ink; all in pixels. */
export interface Advances {
  readonly digit: number;
  readonly separator: number;
  readonly percent: number;
  readonly bearing: number;
}

/** Fewer figures tell no advances. */
const FEWEST = 4;
/** Figures of one typeface and size differ from what its advances say by this part of a digit at most, on average. */
const STRAY = 0.2;
/** How wide separators are, as parts of a digit; unknown, they are half as wide, and percent signs nearly twice. */
const NARROWEST_SEPARATOR = 0.2;
const WIDEST_SEPARATOR = 1.3;
const USUAL_SEPARATOR = 0.5;
const USUAL_PERCENT = 1.7;
/** The numbers of digits must differ this much (their variance), and those of separators from them. */
const VARIED_DIGITS = 0.05;
const VARIED_SEPARATORS = 0.02;
/** A 1 has much white on both sides: such ink is narrower than the advances of its characters. */
const NARROW_ENDS = /^1|1$/u;

export const isSeparator = (character: string): boolean => character === '.' || character === ',';

/** How far a character of a figure advances. */
export const advanceOf = (character: string, { digit, separator, percent }: Advances): number =>
  isSeparator(character) ? separator : character === '%' ? percent : digit;

/** Ink wider than a reading by so many digits holds more than was read. */
const UNREAD = 1.2;

/** Whether the ink of a figure is much wider than a reading of it is printed. */
export function isWider({ text, width }: Measured, advances: Advances): boolean {
  const read = [...text].reduce((sum, character) => sum + advanceOf(character, advances), 0);
  return width - read > UNREAD * advances.digit;
}

/**
 * The advances of a typeface whose digits are all of one width, as those of tables are, by least squares over figures that
 * are surely read; `null` where they are too few or do not follow one rule.
 */
export function advancesOf(measured: readonly Measured[]): Advances | null {
  const samples = measured.filter(({ text }) => !text.includes('%') && !NARROW_ENDS.test(text)).map(sampleOf);
  const fit = samples.length < FEWEST ? null : fitted(samples);
  if (fit === null) return null;
  const { digit, separator, offset } = fit;
  const isPlausible =
    separator > NARROWEST_SEPARATOR * digit && separator < WIDEST_SEPARATOR * digit && digit > offset;
  const stray = mean(samples, (sample) => Math.abs(sample.width - widthOf(sample, fit)));
  if (!isPlausible || stray > STRAY * digit) return null;
  const percents = measured
    .filter(({ text }) => text.endsWith('%') && !text.startsWith('1'))
    .map(({ text, width }) => width - widthOf(sampleOf({ text: text.slice(0, -1), width }), fit))
    .toSorted((a, b) => a - b);
  const percent = percents[Math.floor(percents.length / 2)] ?? USUAL_PERCENT * digit;
  return { digit, separator, percent: Math.max(digit / 2, percent), bearing: Math.max(0, -offset / 2) };
}

interface Sample {
  readonly digits: number;
  readonly separators: number;
  readonly width: number;
}

interface Fit {
  readonly digit: number;
  readonly separator: number;
  readonly offset: number;
}

function sampleOf({ text, width }: Measured): Sample {
  const separators = [...text].filter(isSeparator).length;
  return { digits: text.length - separators, separators, width };
}

const widthOf = ({ digits, separators }: Sample, { digit, separator, offset }: Fit): number =>
  digits * digit + separators * separator + offset;

const mean = (samples: readonly Sample[], of: (sample: Sample) => number): number =>
  samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;

/** width = digits · digit + separators · separator + offset, by the normal equations. */
function fitted(samples: readonly Sample[]): Fit | null {
  const [d, s, w] = [
    mean(samples, (one) => one.digits),
    mean(samples, (one) => one.separators),
    mean(samples, (one) => one.width),
  ];
  const dd = mean(samples, (one) => (one.digits - d) ** 2);
  const ss = mean(samples, (one) => (one.separators - s) ** 2);
  const ds = mean(samples, (one) => (one.digits - d) * (one.separators - s));
  const dw = mean(samples, (one) => (one.digits - d) * (one.width - w));
  const sw = mean(samples, (one) => (one.separators - s) * (one.width - w));
  if (dd < VARIED_DIGITS) return null;
  const determinant = dd * ss - ds * ds;
  if (determinant < VARIED_SEPARATORS * dd) {
    // Separators come in step with digits, or not at all.
    const digit = dw / (dd + USUAL_SEPARATOR * ds);
    const separator = USUAL_SEPARATOR * digit;
    return { digit, separator, offset: w - d * digit - s * separator };
  }
  const digit = (dw * ss - sw * ds) / determinant;
  const separator = (sw * dd - dw * ds) / determinant;
  return { digit, separator, offset: w - d * digit - s * separator };
}
