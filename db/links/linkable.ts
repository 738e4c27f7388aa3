import type { Inserter } from '../inserts.ts';
import type { DocumentRecord } from '../record.ts';

/** Inserts what only linking asks for: the units that a report names, and the amounts of earlier years that it implies. */
export function insertLinkable(
  into: Inserter,
  documentId: number,
  { units, implied }: DocumentRecord,
  facts: ReadonlyMap<string, number>,
): void {
  for (const [position, { name, key, own }] of (units?.units ?? []).entries())
    into.insert('document_units', {
      document_id: documentId,
      position,
      name,
      link_group: key,
      own: own ? 1 : 0,
      whole: units?.whole === true ? 1 : 0,
    });
  for (const [position, { current, change, sign, year, phase }] of implied.entries()) {
    const [currentId, changeId] = [facts.get(current), facts.get(change)];
    if (currentId === undefined || changeId === undefined) continue;
    into.insert('implied_amounts', {
      document_id: documentId,
      position,
      current_id: currentId,
      change_id: changeId,
      sign,
      year,
      phase,
    });
  }
}
