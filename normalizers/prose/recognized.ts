import type { Layout } from '../../model/layout.ts';
import type { Box } from '../../model/place.ts';
import type { Fact, Sentence } from '../../model/reading.ts';
import type { How } from '../../model/recognition.ts';

type Recognized = NonNullable<Layout['recognized']>;

/** Sentences whose facts say how their figures were read, where their page was recognized. */
export const withReadings = (sentences: readonly Sentence[], recognized: Recognized): readonly Sentence[] =>
  sentences.map((sentence) => ({
    ...sentence,
    facts: sentence.facts.map((fact) => withReading(fact, recognized)),
  }));

function withReading(fact: Fact, recognized: Recognized): Fact {
  const { place } = fact;
  const figures = 'page' in place ? recognized.get(place.page) : undefined;
  if (figures === undefined || !('page' in place)) return fact;
  const own = figures.filter(({ box }) => overlap(box, place.box));
  if (own.length > 0 && own.every(({ how }) => how === 'text')) return fact;
  const isSure = own.length > 0 && own.every(({ how }) => how !== 'unproved');
  const how: How = isSure ? 'read' : 'unproved';
  return { ...fact, how };
}

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1]);
