/**
 * How many sentences with two or more figures are parsed wholly, and which figures of the others are not:
 *
 *     node bench/sentences.ts [--misses] DOCUMENT…
 *
 * A figure is parsed when a statement holds it (unchecked with a reason counts), when it is a fact whose metric, year and
 * phase are known, a change of a known amount, or when it is known to be no amount: a limit (单价100万元以上), year, date, code,
 * ordinal or number of a document. A figure with a name of its own (举办培训班3期) that no rule of the field binds is told
 * apart: it is a fact, but nothing holds it.
 */
import { parseArgs } from 'node:util';
import type { Audit } from '../model/audit.ts';
import { DEFAULT_CONFIG } from '../model/config.ts';
import type { Fact, Reading, Sentence } from '../model/reading.ts';
import { keysOf } from '../normalizers/keys/keys.ts';
import { identifyStage } from '../pipeline/identify.ts';
import { examine } from '../pipeline/process.ts';
import { boundInProse } from '../reconcile/agreement/metric.ts';
import { passagesOf, type Role } from '../reconcile/prose/mention.ts';
import { changesOf } from '../reconcile/rules/prose/change.ts';

const { values: options, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean', default: false } },
});

/** Digits that are no amounts: years, dates, codes, numbers of documents, headings, laws and names. */
const NO_AMOUNT: readonly RegExp[] = [
  /(?:19|20)\d\d(?=年|届|[-~至/.](?:19|20)?\d)|(?<=(?:19|20)\d\d[-~至])(?:19|20)?\d\d(?=年)/gu,
  /\d{1,2}(?=[月日号](?!\p{Script=Han}*嫂))|\d{1,2}(?=[-~至]\d{1,2}[月日])/gu,
  /(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?/gu,
  /[〔[【（(](?:19|20)\d\d[〕\]】)）]|\d+号/gu,
  /(?<=[([])\d{1,7}(?=[)\]])|(?:^|(?<=[。;:!?]))[-\s]*\d{1,2}(?=[.、)])/gu,
  /(?<=第|图|表|附件|No\.?|[A-Za-z])\s*\d+(?:[-.]\d+)*|\d+(?=[A-Za-z])/gu,
  /\d{3,4}-\d{7,8}|\d{5,}(?=热线|平台)/gu,
];

interface Unparsed {
  readonly kind: 'digits' | Role | 'count';
  readonly text: string;
}

interface Told {
  readonly held: ReadonlySet<string>;
  readonly bound: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, Role>;
}

const spanOf = ({ origin }: Fact): readonly [number, number] =>
  origin.kind === 'prose' ? [origin.start, origin.end] : [0, 0];

/** The digits of a sentence that are in no fact and are not known to be none. */
function looseDigits({ text, facts }: Sentence): readonly string[] {
  const characters = [...text].length === text.length ? text.split('') : [...text];
  for (const [start, end] of facts.map(spanOf)) characters.fill('□', start, end);
  const masked = NO_AMOUNT.reduce(
    (rest, pattern) => rest.replace(pattern, (match) => '□'.repeat(match.length)),
    characters.join(''),
  );
  return [...masked.matchAll(/\d+(?:\.\d+)?/gu)].map(({ 0: digits, index }) =>
    text.slice(Math.max(0, index - 8), index + digits.length + 6),
  );
}

function unparsedIn(sentence: Sentence, { held, bound, roles }: Told): readonly Unparsed[] {
  const facts = sentence.facts.flatMap((fact): readonly Unparsed[] => {
    const limit = fact.quantity.bound !== null;
    if (limit || held.has(fact.id) || bound.has(fact.id)) return [];
    const role = roles.get(fact.id) ?? 'indicator';
    const kind = fact.quantity.unit === '元' || role !== 'amount' ? role : 'count';
    return [{ kind, text: `${fact.label} ${fact.quantity.raw}${fact.quantity.printedUnit}` }];
  });
  return [...facts, ...looseDigits(sentence).map((text) => ({ kind: 'digits', text }) as const)];
}

function told(reading: Reading, audit: Audit): Told {
  const held = audit.statements.flatMap(({ stated, operands }) => [...(stated ? [stated] : []), ...operands]);
  const bound = boundInProse(reading).map(({ fact }) => fact.id);
  const keyed = [...keysOf(reading)].flatMap(([id, { metric }]) => (metric === undefined ? [] : [id]));
  const changes = changesOf(reading).flatMap(({ current, prior, difference, rate }) =>
    current === null ? [] : [current, prior, difference, rate].flatMap((m) => m?.fact.id ?? []),
  );
  return {
    held: new Set(held.map(({ id }) => id)),
    bound: new Set([...bound, ...keyed, ...changes]),
    roles: new Map(passagesOf(reading).flatMap(({ mentions }) => mentions.map((m) => [m.fact.id, m.role]))),
  };
}

/** Figures that have a name but no rule. */
const NAMED: ReadonlySet<Unparsed['kind']> = new Set(['count', 'amount', 'indicator', 'score', 'target']);

async function main(): Promise<void> {
  if (paths.length === 0) {
    process.stderr.write('usage: node bench/sentences.ts [--misses] DOCUMENT…\n');
    process.exitCode = 64;
    return;
  }
  const kinds = new Map<string, number>();
  const total = { sentences: 0, wholly: 0, named: 0 };
  for (const path of paths) {
    const source = await identifyStage.run(path, DEFAULT_CONFIG);
    if (!source.ok) throw new Error(source.reason.message);
    const examined = await examine(source.value, DEFAULT_CONFIG);
    if (!examined.ok) throw new Error(examined.reasons[0]?.message);
    const { reading, audit } = examined;
    const known = told(reading, audit);
    for (const sentence of reading.sentences) {
      const figures = sentence.facts.length + looseDigits(sentence).length;
      if (figures < 2) continue;
      const left = unparsedIn(sentence, known);
      total.sentences += 1;
      if (left.length === 0) total.wholly += 1;
      if (left.every(({ kind }) => NAMED.has(kind))) total.named += 1;
      for (const { kind } of left) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (options.misses && left.length > 0)
        process.stdout.write(
          `${sentence.text}\n${left.map(({ kind, text }) => `    ${kind}: ${text}\n`).join('')}`,
        );
    }
  }
  const share = (n: number) => (total.sentences === 0 ? '—' : (n / total.sentences).toFixed(3));
  process.stdout.write(
    `${paths.length} documents, ${total.sentences} sentences with two or more figures\n` +
      `parsed wholly: ${share(total.wholly)}; with figures that only have a name: ${share(total.named)}\n\n` +
      '| unparsed | figures |\n| --- | ---: |\n' +
      [...kinds]
        .toSorted(([, a], [, b]) => b - a)
        .map(([kind, count]) => `| ${kind} | ${count} |\n`)
        .join(''),
  );
}

await main();
