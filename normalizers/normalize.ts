import type { Layout } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';
import { readProfile } from './profile/profile.ts';
import { readProse } from './prose/sentences.ts';

/** The `normalize` stage: characters become quantities, labels, units, periods and facts. */
export function normalize(layout: Layout): Reading {
  const profile = readProfile(layout);
  const sentences = readProse(layout.paragraphs, profile.year);
  const facts = sentences.flatMap((sentence) => sentence.facts);
  return { layout, profile, paragraphs: layout.paragraphs, tables: [], sentences, facts };
}
