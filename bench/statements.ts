/**
 * How many of the statements that a truth file lists are evaluated, and with the same verdict.
 *
 *     node bench/statements.ts TRUTH_FOLDER CHECK_FOLDER
 *
 * Both folders hold one JSON a document under the same name: the truth, and what `duizhang check --format json` printed. A statement
 * of ours is the one of the truth when its stated figure is the same and half of its other figures are; an equality may
 * name its two sides in either order. A statement whose result is a blank cell is left out and counted: a blank is not 0.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Term = z.object({ text: z.string() });
const Truth = z.object({
  statements: z.array(
    z.object({
      kind: z.string(),
      result: Term,
      terms: z.array(z.tuple([z.number(), Term])),
      verdict: z.enum(['ok', 'rounding', 'error']),
    }),
  ),
});
const Operand = z.object({ raw: z.string() });
const Check = z.object({
  statements: z.array(
    z.object({
      rule: z.string(),
      verdict: z.string(),
      stated: Operand.nullish(),
      operands: z.array(Operand),
    }),
  ),
});

/** A printed figure by its digits alone: sign, separators, width and unit are left aside. */
function digits(text: string): string {
  const plain = text.normalize('NFKC').replace(/[^\d.]/gu, '');
  const trimmed = plain.includes('.') ? plain.replace(/0+$/u, '').replace(/\.$/u, '') : plain;
  return trimmed.replace(/^0+(?=\d)/u, '');
}

interface Figures {
  readonly stated: string;
  readonly others: readonly string[];
}

const meaning = (text: string): boolean => !/^0?$/u.test(text);

function alike(a: Figures, b: Figures): boolean {
  const [x, y] = [a.others.filter(meaning), b.others.filter(meaning)];
  if (x.length === 1 && y.length === 1 && a.stated === y[0] && b.stated === x[0]) return true;
  if (a.stated !== b.stated) return false;
  const common = x.filter((figure) => y.includes(figure)).length;
  return 2 * common >= Math.min(x.length, y.length) && (common > 0 || x.length === 0 || y.length === 0);
}

const CONSISTENT = new Set(['exact', 'rounding', 'improbable']);

interface Tally {
  of: number;
  evaluated: number;
  same: number;
}

/** Counts into the tallies; gives back how many statements of the truth print no result. */
function count(truthPath: string, checkPath: string, tallies: Map<string, Tally>): number {
  const truth = Truth.parse(JSON.parse(readFileSync(truthPath, 'utf8')));
  const ours = Check.parse(JSON.parse(readFileSync(checkPath, 'utf8'))).statements.flatMap(
    ({ stated, operands, verdict }) =>
      stated
        ? [
            {
              verdict,
              figures: { stated: digits(stated.raw), others: operands.map(({ raw }) => digits(raw)) },
            },
          ]
        : [],
  );
  const byStated = Map.groupBy(ours, ({ figures }) => figures.stated);
  const printed = truth.statements.filter(({ result }) => /\p{L}|\p{N}/u.test(result.text));
  for (const statement of printed) {
    const figures = {
      stated: digits(statement.result.text),
      others: statement.terms.map(([, { text }]) => digits(text)),
    };
    const near = [figures.stated, ...figures.others].flatMap((key) => byStated.get(key) ?? []);
    const matches = near.filter((mine) => alike(figures, mine.figures) && mine.verdict !== 'unchecked');
    const holds = statement.verdict !== 'error';
    const tally = tallies.get(statement.kind) ?? { of: 0, evaluated: 0, same: 0 };
    tally.of += 1;
    if (matches.length > 0) tally.evaluated += 1;
    if (matches.some(({ verdict }) => CONSISTENT.has(verdict) === holds)) tally.same += 1;
    tallies.set(statement.kind, tally);
  }
  return truth.statements.length - printed.length;
}

function main([truth, checks]: readonly string[]): void {
  if (truth === undefined || checks === undefined) {
    process.stderr.write('usage: node bench/statements.ts TRUTH_FOLDER CHECK_FOLDER\n');
    process.exitCode = 64;
    return;
  }
  const tallies = new Map<string, Tally>();
  const documents = readdirSync(checks).filter(
    (name) => name.endsWith('.json') && existsSync(join(truth, name)),
  );
  const blank = documents.reduce(
    (sum, name) => sum + count(join(truth, name), join(checks, name), tallies),
    0,
  );
  const share = (n: number, of: number) => (of === 0 ? '—' : (n / of).toFixed(4));
  const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = rows.reduce(
    (sum, [, t]) => ({ of: sum.of + t.of, evaluated: sum.evaluated + t.evaluated, same: sum.same + t.same }),
    { of: 0, evaluated: 0, same: 0 },
  );
  process.stdout.write(
    `${documents.length} documents, ${blank} statements about blank cells left out\n\n| kind | statements | evaluated | same verdict |\n| --- | ---: | ---: | ---: |\n`,
  );
  for (const [kind, t] of [...rows, ['all', total] as const]) {
    process.stdout.write(`| ${kind} | ${t.of} | ${share(t.evaluated, t.of)} | ${share(t.same, t.of)} |\n`);
  }
}

main(process.argv.slice(2));
