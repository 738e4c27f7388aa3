import { loadavg } from 'node:os';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { secondsWith } from './reading/jobs.ts';
import { least, pdfsOf, row } from './reading/measure.ts';
import { type Figure, measureOther, measurePdftotext, OTHERS } from './reading/others.ts';
import { hasText, STEPS, type Way, wholeWay, withDatabase } from './reading/whole.ts';

// CPU time a page of the whole way from bytes to rows, in one warm process, the share of each step in it, and what other
// tools take for the tables or the text of the same documents. Documents without a layer of text are left out and named:
//   node bench/speed.ts [--python INTERPRETER] [--seconds 120] [--rounds 3] [--copies 0] FOLDER_OR_FILE…
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: 'string' },
    // CPU seconds after which another tool takes no further document.
    seconds: { type: 'string', default: '120' },
    rounds: { type: 'string', default: '3' },
    // How often every document is read by one worker and by two; 0 leaves that out.
    copies: { type: 'string', default: '0' },
  },
});

const total = ({ spent }: Way): number => STEPS.reduce((sum, step) => sum + spent[step], 0);

/** The best of each step over the rounds. */
function best(rounds: readonly Way[]): Way {
  const spentOn = (step: (typeof STEPS)[number]): number => least(rounds.map(({ spent }) => spent[step]));
  return {
    pages: rounds[0]?.pages ?? 0,
    spent: {
      identify: spentOn('identify'),
      read: spentOn('read'),
      tables: spentOn('tables'),
      normalize: spentOn('normalize'),
      reconcile: spentOn('reconcile'),
      record: spentOn('record'),
      load: spentOn('load'),
    },
  };
}

/** Every round is a run over all documents into a new database; the first one only warms up. */
async function measured(files: readonly string[], count: number): Promise<readonly (readonly Way[])[]> {
  const rounds: Way[][] = [];
  for (let round = 0; round <= count; round += 1)
    rounds.push(
      await withDatabase(async (into) => {
        const ways: Way[] = [];
        for (const file of files) ways.push(await wholeWay(file, into));
        return ways;
      }),
    );
  return files.map((_, index) => rounds.slice(1).flatMap((ways) => ways[index] ?? []));
}

const line = (name: string, way: Way): void => {
  const steps = STEPS.map((step) => (way.spent[step] / way.pages).toFixed(2));
  row([name, way.pages, ...steps, (total(way) / way.pages).toFixed(1)]);
};

function sumOf(ways: readonly Way[]): Way {
  const sumOn = (step: (typeof STEPS)[number]): number =>
    ways.reduce((sum, { spent }) => sum + spent[step], 0);
  const spent = Object.fromEntries(STEPS.map((step) => [step, sumOn(step)])) as Record<
    (typeof STEPS)[number],
    number
  >;
  return { pages: ways.reduce((sum, { pages }) => sum + pages, 0), spent };
}

const load = (): string =>
  loadavg()
    .map((each) => each.toFixed(1))
    .join(' ');

const loadBefore = load();
const all = positionals.flatMap(pdfsOf);
const files: string[] = [];
for (const file of all) if (await hasText(file)) files.push(file);
const left = all.filter((file) => !files.includes(file)).map((file) => basename(file));
const rounds = await measured(files, Number(values.rounds));
const bests = rounds.map(best);
const sum = sumOf(bests);

row(['document', 'pages', ...STEPS, 'CPU ms/page']);
row(['---', ...STEPS.map(() => '---:'), '---:', '---:']);
for (const [index, file] of files.entries()) {
  const way = bests[index];
  if (way !== undefined) line(basename(file), way);
}
line('**all**', sum);
row(['share', '', ...STEPS.map((step) => `${((sum.spent[step] / total(sum)) * 100).toFixed(1)} %`), '']);
const perRound = Array.from({ length: Number(values.rounds) }, (_, round) => {
  const ways = rounds.flatMap((each) => each[round] ?? []);
  return ways.reduce((ms, way) => ms + total(way), 0) / sum.pages;
});
// The others run once, so what they are held against is a round as it was and not the best of every step.
const ours = least(perRound);
process.stdout.write(`\n${(1000 / ours).toFixed(1)} pages a CPU second in the best round; `);
process.stdout.write(`the rounds: ${perRound.map((ms) => ms.toFixed(1)).join(', ')} CPU ms/page\n`);
if (left.length > 0)
  process.stdout.write(`left out, no layer of text that can be believed: ${left.join(', ')}\n`);

const compared = (name: string, figure: Figure): void =>
  figure.ok
    ? row([name, figure.documents, figure.pages, figure.ms.toFixed(1), `${(figure.ms / ours).toFixed(1)}`])
    : row([name, '', '', figure.why, '']);

process.stdout.write('\n');
row(['tool', 'documents', 'pages', 'CPU ms/page', 'times ours']);
row(['---', '---:', '---:', '---:', '---:']);
compared('this, from bytes to rows', { ok: true, ms: ours, pages: sum.pages, documents: files.length });
for (const tool of values.python === undefined ? [] : OTHERS)
  compared(tool.name, measureOther(values.python ?? '', tool, files, Number(values.seconds)));
compared('pdftotext -layout, text only', measurePdftotext(files, sum.pages));

const copies = Number(values.copies);
if (copies > 0) {
  process.stdout.write('\n');
  const seconds = [await secondsWith(1, files, copies), await secondsWith(2, files, copies)];
  const [one = 0, two = 0] = seconds;
  row(['workers', 'seconds', 'pages/s']);
  row(['---:', '---:', '---:']);
  for (const [index, took] of seconds.entries())
    row([index + 1, took.toFixed(1), ((sum.pages * copies) / took).toFixed(1)]);
  process.stdout.write(`\ntwo workers: ${(one / two).toFixed(2)} times one\n`);
}
process.stdout.write(`\nload average before ${loadBefore}, after ${load()}\n`);
