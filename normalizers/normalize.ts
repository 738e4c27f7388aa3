import type { Layout } from '../model/layout.ts';
import type { Reading } from '../model/reading.ts';

/** The `normalize` stage: characters become quantities, labels, units, periods and facts. */
export function normalize(layout: Layout): Reading {
  return {
    layout,
    profile: {
      kind: 'other',
      title: null,
      entity: null,
      scope: 'unknown',
      region: null,
      regionCode: null,
      year: null,
    },
    paragraphs: layout.paragraphs,
    tables: [],
    sentences: [],
    facts: [],
  };
}
