import { type Candidate, fails, holds } from './claim.ts';

/**
 * How sure it is that a formula is meant before any figure is looked at. `certain`: the form says so; `known`: the
 * field's standard tables say so; `likely`: the header words leave little else, so one row that bears it out is enough;
 * `worded`: a header word suggests it; `none`: only the figures do.
 */
export type Support = 'certain' | 'known' | 'likely' | 'worded' | 'none';

/** One reading of a table: a formula with a statement for each row or column that it is about. */
export interface Hypothesis {
  readonly support: Support;
  readonly candidates: readonly Candidate[];
}

interface Tally {
  readonly held: number;
  readonly telling: number;
  readonly failed: number;
}

function tally({ candidates }: Hypothesis): Tally {
  const held = candidates.filter(holds);
  return {
    held: held.length,
    telling: held.filter((candidate) => candidate.telling).length,
    failed: candidates.filter(fails).length,
  };
}

/** Failures that a formula may have without any row that bears it out. */
const FEW = 2;

/** True where the figures bear a formula out enough, for the support that it has, to call a breach of it a breach. */
export function isLaw(hypothesis: Hypothesis): boolean {
  const { held, telling, failed } = tally(hypothesis);
  switch (hypothesis.support) {
    case 'certain':
      return true;
    case 'known':
      return failed <= FEW || (held > 0 && failed <= held * 3);
    case 'likely':
      return telling > 0 && failed <= telling;
    case 'worded':
      return telling >= 2 && failed * 2 <= telling;
    case 'none':
      return telling >= 3 && failed * 4 <= telling;
  }
}

/** The reading that explains the most and breaks the least; the first of equals. Null for no reading. */
export function bestOf(hypotheses: readonly Hypothesis[]): Hypothesis | null {
  let best: Hypothesis | null = null;
  let score = Number.NEGATIVE_INFINITY;
  for (const hypothesis of hypotheses) {
    const { held, telling, failed } = tally(hypothesis);
    const exact = hypothesis.candidates.filter(({ draft }) => draft.verdict === 'exact').length;
    const mine = telling * 4 + held + exact * 0.5 - failed * 3;
    if (mine > score) [best, score] = [hypothesis, mine];
  }
  return best;
}

/** The statements of the best reading, if it is a law; those of several readings that are none stay unsaid. */
export function lawful(hypotheses: readonly Hypothesis[]): readonly Candidate[] {
  const best = bestOf(hypotheses.filter(({ candidates }) => candidates.length > 0));
  return best !== null && isLaw(best) ? best.candidates : [];
}

/**
 * One sum over several columns, of which two or more break it and all lack something: a row was lost, more likely than
 * two columns are wrong at once. On pages rows get lost at every break, so there it is left unchecked; elsewhere only
 * where no column bears the sum out.
 */
export function unlessRowsLack(candidates: readonly Candidate[]): readonly Candidate[] {
  const broken = candidates.filter(fails);
  const borneOut = candidates.some(
    (candidate) => holds(candidate) && candidate.draft.stated?.quantity.value.isZero() === false,
  );
  const paged = candidates.some(({ draft }) => draft.stated !== null && 'page' in draft.stated.place);
  const lacking = broken.every(({ draft }) => {
    const whole = draft.stated?.quantity.value.abs();
    return whole !== undefined && draft.computed?.value.abs().lt(whole) === true;
  });
  if (broken.length < 2 || !lacking || (borneOut && !paged)) return candidates;
  return candidates.map((candidate) =>
    fails(candidate)
      ? {
          ...candidate,
          draft: { ...candidate.draft, verdict: 'unchecked', reason: 'parts-not-exhaustive' },
        }
      : candidate,
  );
}
