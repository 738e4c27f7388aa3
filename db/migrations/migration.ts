/** A step of the schema. `version` is what `PRAGMA user_version` says after it; steps are never edited once published. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
