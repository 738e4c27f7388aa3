import type { Fact, Phase, Reading } from '../../model/reading.ts';
import { clustersOf } from './clusters.ts';
import type { Bound } from './metric.ts';
import { representative } from './representative.ts';

/** The phase that a report is about: a budget plans, everything else tells what was spent. */
export const ownPhase = ({ profile }: Reading): Phase => (profile.kind === 'budget' ? 'initial' : 'final');

const boundTo = (reading: Reading, metric: string, phase: Phase): readonly Bound[] =>
  clustersOf(reading)
    .filter((c) => c.metric === metric && c.phase === phase && c.year === reading.profile.year)
    .flatMap(({ prints }) => prints);

/** Every print of a metric for the report's own year in one phase. */
export const printsOf = (reading: Reading, metric: string, phase: Phase): readonly Fact[] =>
  boundTo(reading, metric, phase).map(({ fact }) => fact);

/** The amount of a metric that most prints agree on, in one phase of the report's own year; null where none is printed. */
export const amountOf = (reading: Reading, metric: string, phase: Phase): Fact | null =>
  representative(boundTo(reading, metric, phase))?.fact ?? null;

/** The largest of the prints, null for none: what exceeds it exceeds all that the report says. */
export const largestOf = (prints: readonly Fact[]): Fact | null =>
  prints.reduce<Fact | null>(
    (most, fact) => (most === null || fact.quantity.value.gt(most.quantity.value) ? fact : most),
    null,
  );
