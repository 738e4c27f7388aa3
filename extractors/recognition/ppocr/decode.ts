/** A character and where along the strip it was seen, in steps. */
export interface DecodedSymbol {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** 0 … 1. */
  readonly confidence: number;
}

const BLANK = 0;

/**
 * The characters of a strip by the likeliest one of every step, repetitions and blanks left out (A. Graves et al.,
 * "Connectionist temporal classification", ICML 2006, best path decoding).
 * @param scores step after step the likelihood of the blank and of every character
 * @param allowed the only characters that may be told, by their place in `characters`; all where it is not given
 */
export function decoded(
  scores: Float32Array,
  steps: number,
  characters: readonly string[],
  allowed?: readonly number[],
): readonly DecodedSymbol[] {
  const classes = scores.length / steps;
  const symbols: DecodedSymbol[] = [];
  let before = BLANK;
  for (let step = 0; step < steps; step += 1) {
    const best = likeliest(scores, step * classes, classes, allowed);
    const confidence = scores[step * classes + best] ?? 0;
    const last = symbols.at(-1);
    if (best !== BLANK && best === before && last !== undefined)
      symbols[symbols.length - 1] = {
        ...last,
        to: step + 1,
        confidence: Math.max(last.confidence, confidence),
      };
    else if (best !== BLANK)
      symbols.push({ text: characters[best - 1] ?? '', from: step, to: step + 1, confidence });
    before = best;
  }
  return symbols;
}

function likeliest(
  scores: Float32Array,
  offset: number,
  classes: number,
  allowed: readonly number[] | undefined,
): number {
  let best = BLANK;
  let most = scores[offset] ?? 0;
  const consider = (index: number): void => {
    const score = scores[offset + index] ?? 0;
    if (score <= most) return;
    most = score;
    best = index;
  };
  if (allowed === undefined) for (let index = 1; index < classes; index += 1) consider(index);
  else for (const index of allowed) consider(index + 1);
  return best;
}
