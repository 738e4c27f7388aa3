import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Context } from './context.ts';
import { UsageError } from './exit.ts';
import { issueWords } from './issue.ts';

/** Why a file that a person wrote, or should have, cannot be used. */
export type JsonProblem =
  | { readonly code: 'cannot-read' | 'not-json'; readonly path: string; readonly detail: string }
  | { readonly code: 'unknown-key'; readonly path: string; readonly at: string }
  | { readonly code: 'invalid'; readonly path: string; readonly at: string; readonly detail: string };

export type JsonResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: JsonProblem };

type Speaking = Pick<Context, 'messages'>;

function problemIn(path: string, { issues }: z.ZodError): JsonProblem {
  // A key that is misspelt is missing under its name too: the spelling is what helps.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
  const at = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys')
    return { code: 'unknown-key', path, at: z.core.toDotPath([...at, issue.keys[0] ?? '']) };
  return { code: 'invalid', path, at: z.core.toDotPath(at), detail: issue?.message ?? '' };
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function parsedIn(text: string, path: string): JsonResult<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, problem: { code: 'not-json', path, detail: detailOf(error) } };
  }
}

/** Checks JSON in a text; `path` is what the problem names. */
export function jsonIn<T>(
  text: string,
  path: string,
  schema: z.ZodType<T>,
  { messages }: Speaking,
): JsonResult<T> {
  const read = parsedIn(text, path);
  if (!read.ok) return read;
  const parsed = schema.safeParse(read.value, { error: (issue) => issueWords(issue, messages) });
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problem: problemIn(path, parsed.error) };
}

function textIn(path: string): JsonResult<string> {
  try {
    // Editors on Windows put a mark before the text.
    return { ok: true, value: readFileSync(path, 'utf8').replace(/^\uFEFF/u, '') };
  } catch (error) {
    return { ok: false, problem: { code: 'cannot-read', path, detail: detailOf(error) } };
  }
}

/** Reads a JSON file, whatever it holds. */
export function readJson(path: string): JsonResult<unknown> {
  const text = textIn(path);
  return text.ok ? parsedIn(text.value, path) : text;
}

/** Reads and checks a JSON file. */
export function jsonFile<T>(path: string, schema: z.ZodType<T>, context: Speaking): JsonResult<T> {
  const text = textIn(path);
  return text.ok ? jsonIn(text.value, path, schema, context) : text;
}

/** The problem in one sentence. */
export function jsonSentence(problem: JsonProblem, { messages }: Speaking): string {
  const { jsonFiles } = messages.usage;
  const { path } = problem;
  switch (problem.code) {
    case 'unknown-key':
      return jsonFiles.unknownKey(path, problem.at);
    case 'invalid':
      return jsonFiles.invalid(path, problem.at, problem.detail);
    case 'not-json':
      return jsonFiles.notJson(path, problem.detail);
    case 'cannot-read':
      return jsonFiles.cannotRead(path, problem.detail);
  }
}

/** What the file holds; a file that cannot be used is wrong usage. */
export function requireJson<T>(path: string, schema: z.ZodType<T>, context: Speaking): T {
  const read = jsonFile(path, schema, context);
  if (read.ok) return read.value;
  throw new UsageError(jsonSentence(read.problem, context));
}
