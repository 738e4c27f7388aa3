import type { LinkDocument, LinkedDocument, LinkStatement } from '../../model/link.ts';
import type { Profile } from '../../model/reading.ts';
import type { RuleInfo } from '../../model/rule.ts';

/** What linking looks at in one go: the documents of one entity, scope and year, and those of the year before. */
export interface LinkSlice {
  /** The entity's key, or null where the documents name no entity in full. */
  readonly entity: string | null;
  /** True where the entity's name may have a namesake in another place. */
  readonly shared: boolean;
  readonly scope: Profile['scope'];
  readonly year: number | null;
  readonly current: readonly LinkedDocument[];
  readonly before: readonly LinkedDocument[];
  /** Documents of the entity for the same two years in another or an unknown scope: known of, but never compared. */
  readonly otherScopes: readonly LinkDocument[];
  /** Documents of this year of the units that the current documents name, by the unit's key. */
  readonly units: ReadonlyMap<string, readonly LinkedDocument[]>;
}

/** Two or more small text reports that are read together. */
export type Example = readonly string[];

/** A rule across documents. The examples run as tests: each must (or must not) give a finding of this code. */
export interface LinkRule extends RuleInfo {
  readonly fires: readonly Example[];
  readonly quiet: readonly Example[];
  statements(slice: LinkSlice): readonly LinkStatement[];
}
