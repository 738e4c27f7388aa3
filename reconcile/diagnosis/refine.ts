import type { Diagnosis, DiagnosisKind, Statement } from '../../model/audit.ts';
import type { Fact, Reading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { clusterHolding, siblingOf } from '../agreement/clusters.ts';
import { countBelow } from '../ascending.ts';
import { Decimal, Interval } from '../interval.ts';

const rounded = (value: Decimal, stated: Fact): boolean =>
  value.toDecimalPlaces(stated.quantity.decimals, Decimal.ROUND_HALF_UP).eq(stated.quantity.value);

/** D2: the change divided by the current amount instead of the prior one. */
function wrongBase(main: Statement): boolean {
  const { formula, stated, operands } = main;
  const [difference, current] = operands;
  if (formula.kind !== 'growth' || stated === null || difference === undefined || current === undefined)
    return false;
  const ratio = Interval.of(difference.quantity).over(Interval.of(current.quantity));
  return ratio !== null && rounded(ratio.value.mul(100), stated);
}

/** D2: the repaired base is another amount that the report prints: the rate was taken of that one. */
function otherBase(reading: Reading, main: Statement, diagnosis: Diagnosis): boolean {
  const { suspect, suggested } = diagnosis;
  if (
    main.formula.kind !== 'share' ||
    suspect === null ||
    suggested === null ||
    main.operands[1]?.id !== suspect.id
  )
    return false;
  const { stated } = main;
  if (stated === null || stated.quantity.value.isZero()) return false;
  const wanted = new Decimal(suggested).mul(suspect.quantity.scale);
  // The base that a rate of few digits implies is only known within the rate's own interval.
  const near = wanted
    .abs()
    .mul(stated.quantity.half.div(stated.quantity.value.abs()))
    .plus(suspect.quantity.half);
  const { facts, values } = amountsOf(reading);
  const [from, to] = [
    countBelow(values, wanted.minus(near), false),
    countBelow(values, wanted.plus(near), true),
  ];
  return facts.slice(from, Math.min(to, from + 2)).some(({ id }) => id !== suspect.id);
}

/** The report's amounts by size, for those who look for one of about a size. */
const amountsOf = onceFor((reading: Reading) => {
  const facts = reading.facts
    .filter(({ quantity }) => quantity.unit === '元')
    .toSorted((a, b) => a.quantity.value.cmp(b.quantity.value));
  return { facts, values: facts.map(({ quantity }) => quantity.value) };
});

/** D5: what is left to 100 % was printed instead of the share. */
function complement({ formula, stated, computed }: Statement): boolean {
  if ((formula.kind !== 'share' && formula.kind !== 'rest') || stated === null || computed === null)
    return false;
  return rounded(new Decimal(100).minus(computed.value), stated);
}

/** D7: the value of the year before in this year's place. */
function priorYear(reading: Reading, suspect: Fact): boolean {
  const cluster = clusterHolding(reading, suspect.id);
  if (cluster === undefined || cluster.year === null) return false;
  const before = siblingOf(reading, cluster, { year: cluster.year - 1, phase: 'final' });
  const { value, half } = suspect.quantity;
  return (before?.prints ?? []).some(({ fact }) =>
    fact.quantity.value.minus(value).abs().lte(half.plus(fact.quantity.half)),
  );
}

/** Names the slip more closely where the report itself shows where the wrong figure comes from. */
export function refine(reading: Reading, main: Statement, diagnosis: Diagnosis): Diagnosis {
  const { suspect } = diagnosis;
  const as = (kind: DiagnosisKind): Diagnosis => ({ ...diagnosis, kind });
  if (suspect !== null && otherBase(reading, main, diagnosis))
    return { kind: 'wrong-base', suspect: null, suggested: null };
  if (diagnosis.kind !== 'one-cell' || suspect === null) return diagnosis;
  if (suspect.id === main.stated?.id && wrongBase(main)) return as('wrong-base');
  if (suspect.id === main.stated?.id && complement(main)) return as('complement');
  return priorYear(reading, suspect) ? as('prior-year') : diagnosis;
}
