import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { type Verification, verify } from '../../db/verify.ts';
import { inProcess } from './in-process.ts';

const VIEWS = ['facts', 'findings', 'link-findings'] as const;

/** Numbers of rows say only in which order the rows came. */
const ROW_NUMBER = /_id$/u;

/** The rows of an export without their numbers, in an order of their own. */
function rowsOf(path: string): readonly string[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => {
      const row: Record<string, unknown> = JSON.parse(line);
      return JSON.stringify(
        Object.fromEntries(Object.entries(row).filter(([name]) => !ROW_NUMBER.test(name))),
      );
    })
    .sort();
}

/** What a database gives out, to the byte: every view of `export`, its rows without their numbers and sorted. */
export interface Exported {
  readonly sha256: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** Exports a database with the command. */
export async function exported(database: string): Promise<Exported> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  for (const view of VIEWS) {
    const file = `${database}.${view}.ndjson`;
    const args = ['export', '--db', database, '--to', 'ndjson', '--view', view, '--out', file, '--force'];
    const { code, stderr } = await inProcess(args);
    if (code !== 0) throw new Error(`export ended with ${code}: ${stderr}`);
    const found = rowsOf(file);
    rows[view] = found.length;
    hash.update(`${view}\n${found.join('\n')}\n`);
    rmSync(file);
  }
  return { sha256: hash.digest('hex'), rows };
}

/** Checks a database and throws what is wrong with it. */
export function sound(database: string): Verification {
  const verified = verify(database);
  if (!verified.ok) throw new Error(`${verified.problem.code}: ${verified.problem.detail}`);
  const { faults } = verified.value;
  if (faults.length > 0) throw new Error(JSON.stringify(faults.slice(0, 5)));
  return verified.value;
}
