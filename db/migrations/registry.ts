import { initial } from './001-initial.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema in its order. */
export const MIGRATIONS: readonly Migration[] = [initial];

/** The version of the schema that this program writes and reads. */
export const SCHEMA_VERSION = MIGRATIONS[MIGRATIONS.length - 1]?.version ?? 0;
