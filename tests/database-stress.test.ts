import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { finish, start } from '../bench/faults/command.ts';
import { powerCut } from '../bench/faults/power.ts';
import { sound } from '../bench/faults/state.ts';
import { seeded, syntheticReport } from '../bench/synthetic.ts';
import { decide } from '../db/decisions.ts';
import { Archive } from '../db/query.ts';
import { verify } from '../db/verify.ts';
import { temporaryFolder } from './command.ts';

const REPORTS = 30;

function workplace(reports: number): { folder: string; inputs: string; db: string; args: readonly string[] } {
  const folder = temporaryFolder();
  const inputs = join(folder, 'in');
  mkdirSync(inputs);
  for (let i = 0; i < reports; i += 1) writeFileSync(join(inputs, `${100 + i}.txt`), syntheticReport(i));
  const db = join(folder, 'out.sqlite');
  return { folder, inputs, db, args: ['ingest', inputs, '--db', db, '--jobs', '1'] };
}

/** What one reader sees: the database as a whole, and rows by a query of their own. */
function looked(db: string): number {
  const verified = verify(db);
  if (!verified.ok) throw new Error(`${verified.problem.code}: ${verified.problem.detail}`);
  expect(verified.value.faults).toEqual([]);
  const archive = Archive.open(db);
  if (!archive.ok) throw new Error(archive.problem.code);
  let facts = 0;
  const asked = archive.value.ask('facts', { text: '合计' }, () => {
    facts += 1;
  });
  archive.value.close();
  expect(asked).toEqual({ ok: true, value: facts });
  return verified.value.documents;
}

/** Whether the first document is there; before, the database cannot even be asked. */
function hasDocuments(db: string): boolean {
  const verified = verify(db);
  return verified.ok && verified.value.documents > 0;
}

describe('a database that is written', () => {
  it('is always whole for its readers, takes decisions, and refuses a second writer', async () => {
    const { inputs, db, args } = workplace(1);
    await finish(args);
    for (let i = 1; i < REPORTS; i += 1) writeFileSync(join(inputs, `${100 + i}.txt`), syntheticReport(i));
    const { child, ended } = start(args);
    const seen: number[] = [];
    let refused = '';
    while (child.exitCode === null) {
      const documents = looked(db);
      seen.push(documents);
      if (documents > 1 && refused === '') {
        expect(decide(db, { key: 'none', decision: 'confirmed' })).toEqual({ ok: true, value: [] });
        // However slow the second is to start, the first is still there.
        child.kill('SIGSTOP');
        const second = await finish(['ingest', inputs, '--db', db]);
        child.kill('SIGCONT');
        refused = `${second.code} ${second.stderr}`;
      }
      await setTimeout(10);
    }
    expect((await ended).code).toBe(0);
    expect(refused).toMatch(/^2 duizhang: \S+ is being written by another run of duizhang \(since 2/u);
    expect(refused.trim().split('\n')).toHaveLength(1);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(1);
    expect(looked(db)).toBe(REPORTS);
  }, 120_000);

  it.runIf(process.platform === 'linux')(
    'is whole after the power has failed at any moment, whatever became of the end of its log',
    async () => {
      const { folder, db, args } = workplace(REPORTS);
      const random = seeded(7);
      const { child, ended } = start(args);
      const { pid = 0 } = child;
      const copies: string[] = [];
      while (child.exitCode === null && !hasDocuments(db)) await setTimeout(10);
      for (let i = 0; child.exitCode === null && i < 25; i += 1) {
        const copy = join(folder, `copy-${i}.sqlite`);
        // Every third time the whole log is there.
        const [keep, torn] = i % 3 === 0 ? [1, 0] : [random(), Math.floor(random() * 5000)];
        if (await powerCut(pid, db, copy, keep, torn)) copies.push(copy);
        await setTimeout(40);
      }
      await ended;
      const documents = copies
        .filter((copy) => {
          const header = new Database(copy);
          // Before the first schema was written for certain there is nothing yet.
          const version = header.pragma('user_version', { simple: true });
          header.close();
          return version !== 0;
        })
        .map((copy) => sound(copy).documents);
      expect(documents.some((count) => count > 0 && count < REPORTS)).toBe(true);
      // One of those in the middle is gone on with.
      const middle = copies.at(Math.floor(copies.length / 2)) ?? db;
      const { code } = await finish([
        'ingest',
        join(folder, 'in'),
        '--db',
        middle,
        '--jobs',
        '1',
        '--no-link',
      ]);
      expect(code).toBe(0);
      expect(sound(middle).documents).toBe(REPORTS);
      for (const name of readdirSync(folder)) if (name.startsWith('copy-')) rmSync(join(folder, name));
    },
    120_000,
  );

  it('that outgrows what a file may have says so, keeps what is whole, and is gone on with', async () => {
    const { db, args } = workplace(8);
    const { code, stderr } = await finish(args, 600);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /out\.sqlite cannot be written: the disk is full|the database failed: disk I\/O error/u,
    );
    expect(sound(db).documents).toBeLessThan(8);
    expect((await finish(args)).code).toBe(0);
    expect(sound(db).documents).toBe(8);
  }, 60_000);
});
