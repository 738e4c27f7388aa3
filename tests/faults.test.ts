import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../bench/faults/corpus.ts';
import { full, killed, undisturbed } from '../bench/faults/trials.ts';
import { seeded } from '../bench/synthetic.ts';
import { temporaryFolder } from './command.ts';

describe('the short form of the bench of faults', () => {
  it('comes to the same rows after kills and a full disk as without', async () => {
    const folder = temporaryFolder();
    const inputs = join(folder, 'in');
    mkdirSync(inputs);
    const corpus = makeCorpus(inputs, 30, 3);
    expect(corpus.files).toBe(30);
    for (const kind of ['texts', 'pdfs', 'copies', 'broken'] as const)
      expect(corpus[kind]).toBeGreaterThan(0);
    const place = { inputs, folder, random: seeded(4), jobs: 1 };
    const reference = await undisturbed(place);
    expect(reference.exported.rows.facts).toBeGreaterThan(500);
    // Whatever differs is thrown.
    expect(await killed(place, reference, 4)).toMatchObject({ kills: 4 });
    const { documents, sentence } = await full(place, reference, 0.5);
    expect(documents).toBeLessThan(30);
    expect(sentence).toMatch(/cannot be written: the disk is full|the database failed: disk I\/O error/u);
  }, 240_000);
});
