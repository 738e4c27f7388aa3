import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { childrenOf, finish, start } from './command.ts';
import { type Exported, exported, sound } from './state.ts';

/** What the faults are done to. */
export interface Place {
  readonly inputs: string;
  readonly folder: string;
  readonly random: () => number;
  readonly jobs: number;
}

/** An undisturbed run: what everything else is held against. */
export interface Reference {
  readonly exported: Exported;
  readonly seconds: number;
  readonly bytes: number;
}

const ENDINGS = ['', '-wal', '-shm', '-journal', '-lock'];

function forget(database: string): void {
  for (const ending of ENDINGS) rmSync(`${database}${ending}`, { force: true });
}

const ingestOf = ({ inputs, jobs }: Place, database: string): readonly string[] => [
  'ingest',
  inputs,
  '--db',
  database,
  '--jobs',
  String(jobs),
];

/** Kills come within this part of the time that a whole run takes; later runs have less to do, so that all of it is hit. */
const LATEST = 0.5;

/** Some documents of the folder are broken, which ends a run with 2. */
const isDone = (code: number | null): boolean => code === 0 || code === 2;

const same = (found: Exported, { exported: expected }: Reference): void => {
  if (found.sha256 !== expected.sha256)
    throw new Error(`other rows: ${JSON.stringify(found.rows)} for ${JSON.stringify(expected.rows)}`);
};

export async function undisturbed(place: Place): Promise<Reference> {
  const database = join(place.folder, 'reference.sqlite');
  const { code, seconds, stderr } = await finish(ingestOf(place, database));
  if (!isDone(code)) throw new Error(`the undisturbed run ended with ${code}: ${stderr}`);
  sound(database);
  return { exported: await exported(database), seconds, bytes: statSync(database).size };
}

/** What the kills came to. */
export interface Kills {
  readonly kills: number;
  readonly ofWorkers: number;
  /** Kills after which the database had some, but not all, of its documents. */
  readonly halfWay: number;
  /** Databases that were brought to their end, each from nothing. */
  readonly databases: number;
}

/**
 * Kills runs at random moments, from their very start to after their end, and goes on after each; a database that is
 * complete is compared, and the next begins from nothing. After every kill the database is checked as a whole.
 */
export async function killed(place: Place, reference: Reference, wanted: number): Promise<Kills> {
  const { folder, random } = place;
  const database = join(folder, 'killed.sqlite');
  let [kills, ofWorkers, halfWay, databases] = [0, 0, 0, 0];
  const compare = async (): Promise<void> => {
    sound(database);
    same(await exported(database), reference);
    databases += 1;
    forget(database);
  };
  while (kills < wanted) {
    const running = start(ingestOf(place, database));
    const { pid } = running.child;
    const moment = random() * reference.seconds * LATEST * 1000;
    const early = await Promise.race([running.ended, setTimeout(moment, null)]);
    if (early !== null) {
      if (!isDone(early.code)) throw new Error(`the run ended with ${early.code}: ${early.stderr}`);
      await compare();
      continue;
    }
    const children = pid === undefined ? [] : childrenOf(pid);
    const victim =
      children.length > 0 && random() < 0.5 ? children[Math.floor(random() * children.length)] : pid;
    if (victim === undefined) throw new Error('the command did not start');
    process.kill(victim, 'SIGKILL');
    kills += 1;
    if (victim !== pid) ofWorkers += 1;
    await running.ended;
    if (!existsSync(database) || statSync(database).size === 0) continue;
    const { documents } = sound(database);
    if (documents > 0) halfWay += 1;
  }
  // The last one is brought to its end, too.
  const last = await finish(ingestOf(place, database));
  if (!isDone(last.code)) throw new Error(`the last run ended with ${last.code}: ${last.stderr}`);
  await compare();
  return { kills, ofWorkers, halfWay, databases };
}

/** A small file system in memory where that is allowed, else null. */
function smallDisk(folder: string): { resize: (bytes: number) => void; remove: () => void } | null {
  const mount = (options: string) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
  try {
    mkdirSync(folder, { recursive: true });
    mount('size=1m');
  } catch {
    return null;
  }
  return {
    resize: (bytes) => mount(`remount,size=${Math.ceil(bytes / 1024)}k`),
    remove: () => {
      execFileSync('umount', [folder]);
    },
  };
}

/** What full disks came to: how each was made, and how many documents it took. */
export interface Full {
  readonly way: 'disk' | 'limit';
  readonly share: number;
  readonly documents: number;
  readonly sentence: string;
}

/** Lets the disk be full at a share of the space that is needed, and goes on when there is more. */
export async function full(place: Place, reference: Reference, share: number): Promise<Full> {
  const { folder } = place;
  const mounted = join(folder, 'small');
  const disk = smallDisk(mounted);
  const database = disk === null ? join(folder, 'limited.sqlite') : join(mounted, 'full.sqlite');
  const room = Math.max(512 * 1024, reference.bytes * share);
  try {
    disk?.resize(room);
    const limit = disk === null ? Math.ceil(room / 1024) : undefined;
    const { code, stderr } = await finish(ingestOf(place, database), limit);
    if (code !== 2 || !/full|I\/O/u.test(stderr))
      throw new Error(`a full disk ended the run with ${code}: ${stderr}`);
    // The file and its log need room for a moment beside each other.
    disk?.resize(reference.bytes * 6 + 64 * 1024 * 1024);
    const { documents } = sound(database);
    const next = await finish(ingestOf(place, database));
    if (!isDone(next.code)) throw new Error(`the run after it ended with ${next.code}: ${next.stderr}`);
    sound(database);
    same(await exported(database), reference);
    const sentence = stderr.trim().split('\n').at(-1) ?? '';
    return { way: disk === null ? 'limit' : 'disk', share, documents, sentence };
  } finally {
    forget(database);
    disk?.remove();
  }
}
