import type { Layout, Paragraph } from '../model/layout.ts';
import type { Fact, Reading, Sentence } from '../model/reading.ts';
import { readProfile } from './profile/profile.ts';
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

/** The unit of the last amount in the sentences that lead to a table, or null where they name none. */
function sectionUnit(
  table: string,
  paragraphs: readonly Paragraph[],
  sentences: readonly Sentence[],
): string | null {
  const at = paragraphs.findLastIndex((paragraph) => paragraph.before === table);
  if (at < 0) return null;
  const near = sentences.filter(({ paragraph }) => paragraph > at - NEAR && paragraph <= at);
  return near.flatMap(({ facts }) => facts.flatMap((fact) => moneyUnit(fact) ?? [])).at(-1) ?? null;
}

/** The `normalize` stage: characters become quantities, labels, units, periods and facts. */
export function normalize(layout: Layout): Reading {
  const profile = readProfile(layout);
  const sentences = readProse(layout.paragraphs, profile.year);
  const prose = sentences.flatMap((sentence) => sentence.facts);
  const whole = documentUnit(prose);
  const tables = layout.tables.map((table) => {
    const section = sectionUnit(table.id, layout.paragraphs, sentences);
    const fallback =
      section === null
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
