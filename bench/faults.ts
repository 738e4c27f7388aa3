import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeCorpus } from './faults/corpus.ts';
import { full, killed, undisturbed } from './faults/trials.ts';
import { seeded } from './synthetic.ts';

// Kills runs at random moments and fills disks, and holds what comes of it against an undisturbed run:
//   node bench/faults.ts [--documents 500] [--kills 50] [--seed 1]
const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '500' },
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const SHARES = [0.2, 0.5, 0.8] as const;
const MEBIBYTE = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'duizhang-faults-'));
const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

try {
  const inputs = join(folder, 'in');
  mkdirSync(inputs);
  const { files, texts, pdfs, copies, broken } = makeCorpus(inputs, Number(values.documents), seed);
  say(`${files} files: ${texts} texts, ${pdfs} PDFs, ${copies} copies, ${broken} broken; seed ${seed}`);
  const place = { inputs, folder, random: seeded(seed + 1), jobs: 2 };
  const reference = await undisturbed(place);
  const { rows, sha256 } = reference.exported;
  say(
    `undisturbed: ${reference.seconds.toFixed(1)} s, ${(reference.bytes / MEBIBYTE).toFixed(1)} MiB, ${JSON.stringify(rows)}, ${sha256.slice(0, 16)}`,
  );
  const { kills, ofWorkers, halfWay, databases } = await killed(place, reference, Number(values.kills));
  say(
    `${kills} kills (${ofWorkers} of workers), ${halfWay} of them with some documents loaded; ${databases} databases brought to their end, each the same to the byte`,
  );
  for (const share of SHARES) {
    const { way, documents, sentence } = await full(place, reference, share);
    say(
      `full at ${share * 100} % (${way}): ${documents} documents whole; then the same to the byte. It said: ${sentence.replaceAll(folder, '…')}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
