import type { Layout, Paragraph } from '../model/layout.ts';
import type { Fact, Reading, Sentence } from '../model/reading.ts';
import { readProfile } from './profile/profile.ts';
import { withReadings } from './prose/recognized.ts';
import { readProse } from './prose/sentences.ts';
import { readTable } from './table/read.ts';

const moneyUnit = ({ quantity }: Fact): string | null =>
  quantity.unit !== '元' ? null : quantity.printedUnit === '万' ? '万元' : quantity.printedUnit;

/** The money unit of the whole report, where every explicit one agrees; null where they differ or none is printed. */
function documentUnit(facts: readonly Fact[]): string | null {
  const [only, ...others] = new Set(facts.flatMap((fact) => moneyUnit(fact) ?? []));
  return only !== undefined && others.length === 0 ? only : null;
}

/** How many paragraphs before a table still speak of it. */
const NEAR = 3;

/** By the id of a table, the unit of the last amount in the sentences that lead to it; none where they name none. */
function sectionUnits(
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
): ReadonlyMap<string, string> {
  const last = new Map<number, string>();
  for (const { paragraph, facts } of sentences) {
    const unit = facts.flatMap((fact) => moneyUnit(fact) ?? []).at(-1);
    if (unit !== undefined) last.set(paragraph, unit);
  }
  const units = new Map<string, string>();
  for (const [at, { before }] of paragraphs.entries()) {
    if (before === null) continue;
    const near = Array.from({ length: NEAR }, (_, i) => last.get(at - i)).find((unit) => unit !== undefined);
    if (near === undefined) units.delete(before);
    else units.set(before, near);
  }
  return units;
}

/** The `normalize` stage: characters become quantities, labels, units, periods and facts. */
export function normalize(layout: Layout): Reading {
  const profile = readProfile(layout);
  const read = readProse(layout.paragraphs, profile.year);
  const sentences = layout.recognized === undefined ? read : withReadings(read, layout.recognized);
  const prose = sentences.flatMap((sentence) => sentence.facts);
  const whole = documentUnit(prose);
  const sections = sectionUnits(layout.paragraphs, sentences);
  const tables = layout.tables.map((table) => {
    const section = sections.get(table.id);
    const fallback =
      section === undefined
        ? { fallbackUnit: whole, fallbackBasis: 'document' as const }
        : { fallbackUnit: section, fallbackBasis: 'section' as const };
    return readTable(table, {
      ...fallback,
      documentYear: profile.year,
      planned: profile.kind === 'budget',
      anchors: prose,
    });
  });
  const facts = [...prose, ...tables.flatMap((table) => [...table.facts.values()])];
  return { layout, profile, paragraphs: layout.paragraphs, tables, sentences, facts };
}
