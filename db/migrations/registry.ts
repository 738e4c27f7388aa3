import { initial } from './001-initial.ts';
import { factKeys } from './002-fact-keys.ts';
import { links } from './003-links.ts';
import { resume } from './004-resume.ts';
import { timings } from './005-timings.ts';
import type { Migration } from './migration.ts';

/** Every step of the schema in its order. */
export const MIGRATIONS: readonly Migration[] = [initial, factKeys, links, resume, timings];

/** The version of the schema that this program writes and reads. */
export const SCHEMA_VERSION = MIGRATIONS[MIGRATIONS.length - 1]?.version ?? 0;
