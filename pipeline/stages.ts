import { createHash } from 'node:crypto';
import { type Config, EFFORT_LIMITS } from '../model/config.ts';
import { normalizeStage, reconcileStage, tablesStage } from './compute.ts';
import { identifyStage } from './identify.ts';
import { loadStage } from './load.ts';
import { readStage } from './read.ts';

/** Every stage in its order: from a path to the rows of the database. */
export const STAGES = [
  identifyStage,
  readStage,
  tablesStage,
  normalizeStage,
  reconcileStage,
  loadStage,
] as const;

/** The version of every stage, by name. */
export const stageVersions = (): Readonly<Record<string, string>> =>
  Object.fromEntries(STAGES.map(({ name, version }) => [name, version]));

const EFFORT: ReadonlySet<string> = new Set(EFFORT_LIMITS);

/**
 * What finished work is remembered under, beside the hash of the file: the stages' versions and the limits, but for
 * those on time and memory, under which documents are finished or tried again. The
 * program's version is in it too, so that a release never keeps results of a stage whose version was left as it was.
 */
export function workKey(program: string, config: Config): string {
  const decisive = Object.entries(config)
    .filter(([name]) => !EFFORT.has(name))
    .sort();
  const parts = JSON.stringify([program, stageVersions(), decisive]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 16);
}
