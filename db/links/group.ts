import { LINKED_KINDS } from '../../model/link.ts';
import type { DocumentKind } from '../../model/reading.ts';
import { entityKey } from '../../normalizers/profile/entity-key.ts';

const LINKED: ReadonlySet<DocumentKind> = new Set(LINKED_KINDS);

interface Named {
  readonly kind: DocumentKind;
  readonly entity: string | null;
}

/**
 * Under which name a document is linked: its entity's, or its own where it names no entity in full; null for kinds
 * that are not linked.
 */
export function linkGroupOf({ kind, entity }: Named, sha256: string): string | null {
  if (!LINKED.has(kind)) return null;
  return (entity === null ? null : entityKey(entity)?.key) ?? `document:${sha256}`;
}
