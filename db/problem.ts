import Database from 'better-sqlite3';

/** Every way in which a database cannot be used. The sentence for people is made from the code, path and detail. */
export const PROBLEM_CODES = [
  'not-found',
  'no-folder',
  'not-a-database',
  'other-program',
  'newer',
  'older',
  'locked',
  'in-use',
  'read-only',
  'no-permission',
  'full',
  'damaged',
  'failed',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface DatabaseProblem {
  readonly code: ProblemCode;
  readonly path: string;
  readonly detail: string;
}

export type DatabaseResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: DatabaseProblem };

const BY_CODE: readonly (readonly [RegExp, ProblemCode])[] = [
  [/^SQLITE_(?:BUSY|LOCKED)/u, 'locked'],
  [/^SQLITE_READONLY/u, 'read-only'],
  [/^SQLITE_NOTADB/u, 'not-a-database'],
  [/^SQLITE_(?:CANTOPEN|PERM|AUTH)/u, 'no-permission'],
  [/^SQLITE_FULL/u, 'full'],
  [/^SQLITE_CORRUPT/u, 'damaged'],
];

/** What an error of SQLite means to the user; other errors are bugs and go on. */
export function problemOf(error: unknown, path: string): DatabaseProblem {
  if (!(error instanceof Database.SqliteError)) throw error;
  const code = BY_CODE.find(([pattern]) => pattern.test(error.code))?.[1] ?? 'failed';
  return { code, path, detail: error.message };
}

/** Runs what touches the database and gives its problems back as values. */
export function attempt<T>(path: string, run: () => T): DatabaseResult<T> {
  try {
    return { ok: true, value: run() };
  } catch (error) {
    return { ok: false, problem: problemOf(error, path) };
  }
}

export const problem = (code: ProblemCode, path: string, detail = ''): DatabaseResult<never> => ({
  ok: false,
  problem: { code, path, detail },
});
