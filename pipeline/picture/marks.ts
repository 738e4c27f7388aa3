import type { Finding } from '../../model/audit.ts';
import { type Place, placeKey } from '../../model/place.ts';
import type { Fact } from '../../model/reading.ts';

/** What a place has to do with a finding, the most telling first. */
const ROLES = ['suspect', 'stated', 'operand', 'place'] as const;
export type Role = (typeof ROLES)[number];

/** A place to be lit up: what it has to do with findings, how many characters are printed there, and what is said. */
export interface Mark {
  readonly place: Place;
  readonly role: Role;
  readonly length: number;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
}

interface Spot {
  readonly place: Place;
  readonly role: Role;
  readonly length: number;
}

const spotOf = (fact: Fact, role: Role): Spot => ({
  place: fact.place,
  role,
  length: fact.quantity.raw.length,
});

function spotsOf({ diagnosis, stated, operands, place }: Finding): readonly Spot[] {
  const suspect = diagnosis?.suspect ?? null;
  return [
    ...(suspect === null ? [] : [spotOf(suspect, 'suspect')]),
    ...(stated === null ? [] : [spotOf(stated, 'stated')]),
    ...operands.map((fact) => spotOf(fact, 'operand')),
    { place, role: 'place', length: 1 },
  ];
}

const stronger = (a: Role, b: Role): Role => (ROLES.indexOf(a) <= ROLES.indexOf(b) ? a : b);

/** The places of the findings, each once with all that is said of it; `words` gives a finding's message. */
export function marksOf(findings: readonly Finding[], words: (finding: Finding) => string): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const message = `${finding.code} ${words(finding)}`;
    for (const { place, role, length } of spotsOf(finding)) {
      const key = placeKey(place);
      const before = marks.get(key);
      marks.set(key, {
        place,
        role: before === undefined ? role : stronger(before.role, role),
        length: Math.max(before?.length ?? 0, length),
        codes: [...new Set([...(before?.codes ?? []), finding.code])],
        messages: [...new Set([...(before?.messages ?? []), message])],
      });
    }
  }
  // The most telling last: it is drawn on top.
  return [...marks.values()].toSorted((a, b) => ROLES.indexOf(b.role) - ROLES.indexOf(a.role));
}
