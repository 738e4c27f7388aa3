import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { LinkReport } from '../model/link-report.ts';
import { duizhang, temporaryFolder } from './command.ts';
import { all } from './rows.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/link', import.meta.url));
const BROKEN = ['R-90-01', 'R-90-02', 'R-90-03', 'R-90-04', 'R-90-05'];

/** The reports that agree with each other, with those of another folder in their place. */
function workplace(...overlays: readonly string[]): {
  inputs: string;
  db: string;
  lay: (name: string) => void;
} {
  const folder = temporaryFolder();
  const inputs = join(folder, 'in');
  const lay = (name: string) => cpSync(join(FIXTURES, name), inputs, { recursive: true });
  for (const name of ['clean', ...overlays]) lay(name);
  return { inputs, db: join(folder, 'out.sqlite'), lay };
}

const CLAIMS = 'SELECT link_group, rule, subject, verdict, reason, computed FROM links ORDER BY 1, 2, 3';

async function report(db: string, ...args: readonly string[]) {
  const { code, stdout } = await duizhang(['link', '--db', db, '--format', 'json', ...args]);
  return { code, ...LinkReport.parse(JSON.parse(stdout)) };
}

describe('link', () => {
  it('finds nothing in reports that agree, and says what was held against what', async () => {
    const { inputs, db } = workplace();
    const { stderr } = await duizhang(['ingest', inputs, '--db', db]);
    expect(stderr).toMatch(/2 entities linked: \d+ of \d+ claims across reports checked; 0 findings/u);
    const { code, findings, statements } = await report(db, '--fail-on', 'info');
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(statements).toMatchObject({ inconsistent: 0, improbable: 0 });
    const checked = all(
      db,
      "SELECT DISTINCT rule FROM links WHERE verdict IN ('exact', 'rounding') ORDER BY 1",
    );
    expect(checked.flat()).toEqual(['R-90-01', 'R-90-02', 'R-90-03', 'R-90-04']);
    expect(all(db, "SELECT count(*) FROM links WHERE verdict = 'unchecked' AND reason IS NULL")).toEqual([
      [0],
    ]);
  });

  it.each(BROKEN)('finds what breaks %s, names both reports, and nothing else', async (code) => {
    const { inputs, db } = workplace(code);
    await duizhang(['ingest', inputs, '--db', db]);
    const broken = readdirSync(join(FIXTURES, code));
    const found = await report(db, '--fail-on', 'warning');
    expect(found.code).toBe(1);
    expect(found.findings.map((finding) => finding.code)).toEqual([code]);
    const [finding] = found.findings;
    const names = [finding?.here.document.name, finding?.there.document.name];
    const figures = finding?.explains.flatMap(({ stated, operands }) => [
      ...(stated ? [stated] : []),
      ...operands,
    ]);
    const named = figures?.map(({ document }) => document.name) ?? [];
    expect(named.some((name) => broken.includes(name))).toBe(true);
    expect(names[0]).not.toBe(names[1]);
    expect(finding?.severity).toBe(code === 'R-90-05' ? 'error' : 'warning');
    const { code: ended, stdout } = await duizhang(['link', '--db', db, '--lang', 'zh']);
    expect(ended).toBe(code === 'R-90-05' ? 1 : 0);
    expect(stdout).toMatch(new RegExp(`^${names[0]}:\\d+:\\d+ {2}(?:错误|警告) {2}${code} {2}.*待核`, 'mu'));
    expect(stdout).toMatch(new RegExp(`^ {4}${names[1]}:\\d+:\\d+ {2}“`, 'mu'));
    const listed = await duizhang(['findings', '--db', db, '--code', 'R-90', '--format', 'json']);
    expect(JSON.parse(listed.stdout)).toMatchObject([{ code, other_document: names[1] }]);
  });

  it('filters by rule and prints one finding a line', async () => {
    const { inputs, db } = workplace('R-90-01', 'R-90-03');
    await duizhang(['ingest', inputs, '--db', db]);
    const codes = async (...args: readonly string[]) => {
      const { stdout } = await duizhang(['link', '--db', db, '--format', 'ndjson', ...args]);
      return stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line).code]));
    };
    expect(await codes()).toEqual(['R-90-01', 'R-90-03']);
    expect(await codes('--rule', 'R-90-03')).toEqual(['R-90-03']);
    expect(await codes('--ignore', 'R-90')).toEqual([]);
  });

  it('is left out of ingest on demand and caught up on later', async () => {
    const { inputs, db } = workplace('R-90-01');
    const { stderr } = await duizhang(['ingest', inputs, '--db', db, '--no-link']);
    expect(stderr).not.toContain('linked');
    expect(all(db, CLAIMS)).toEqual([]);
    const first = await duizhang(['link', '--db', db]);
    expect(first.stderr).toContain('2 entities linked');
    const rows = all(db, 'SELECT * FROM links ORDER BY id');
    const again = await duizhang(['link', '--db', db]);
    expect(again.stderr).toBe('');
    expect(again.stdout).toBe(first.stdout);
    expect(all(db, 'SELECT * FROM links ORDER BY id')).toEqual(rows);
  });

  it('follows the reports as they come, change and go', async () => {
    const { inputs, db, lay } = workplace();
    await duizhang(['ingest', inputs, '--db', db]);
    const clean = all(db, CLAIMS);
    lay('R-90-04');
    const changed = await duizhang(['ingest', inputs, '--db', db]);
    // The unit changed, and with it the department that names it.
    expect(changed.stderr).toContain('2 entities linked');
    expect((await report(db)).findings.map(({ code }) => code)).toEqual(['R-90-04']);
    const keys = all(db, 'SELECT key FROM link_findings');
    lay('clean');
    await duizhang(['ingest', inputs, '--db', db]);
    expect(all(db, CLAIMS)).toEqual(clean);
    lay('R-90-04');
    await duizhang(['ingest', inputs, '--db', db]);
    expect(all(db, 'SELECT key FROM link_findings')).toEqual(keys);
    // Its path is taken by another report: what stood there is gone, and so is what was said of it.
    cpSync(join(inputs, 'office-2024.txt'), join(inputs, 'station-2024.txt'));
    await duizhang(['ingest', inputs, '--db', db]);
    expect((await report(db)).findings).toEqual([]);
    expect(
      all(db, "SELECT DISTINCT reason FROM links WHERE rule = 'R-90-04' AND year = 2024").flat(),
    ).toContain('units-missing');
    expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  });

  it('is the same whether the reports come at once or in parts, in any order', async () => {
    const { inputs, db } = workplace('R-90-05');
    await duizhang(['ingest', inputs, '--db', db]);
    const other = `${db}.other`;
    const names = readdirSync(inputs).toReversed();
    for (const part of [names.slice(0, 3), names.slice(3)])
      await duizhang(['ingest', ...part.map((name) => join(inputs, name)), '--db', other]);
    expect(all(other, CLAIMS)).toEqual(all(db, CLAIMS));
    const findings = 'SELECT key, code, message_en, place, other_place FROM v_link_findings';
    expect(all(other, findings)).toEqual(all(db, findings));
  });

  it('that is killed leaves the old claims or the new ones, and the next run goes on', async () => {
    const { inputs, db } = workplace();
    for (let i = 0; i < 40; i += 1)
      for (const year of [2023, 2024])
        writeFileSync(
          join(inputs, `${i}-${year}.txt`),
          `青岚县第${i}中学${year}年度单位决算\n${year}年度“三公”经费支出决算为${i}.50万元，较上年度增加0.10万元。\n`,
        );
    await duizhang(['ingest', inputs, '--db', db]);
    const claims = all(db, CLAIMS);
    const launcher = fileURLToPath(new URL('../bin/duizhang.mjs', import.meta.url));
    for (const delay of [250, 400, 550]) {
      const connection = new Database(db);
      connection.exec('UPDATE link_groups SET version = NULL');
      connection.close();
      const child = spawn(process.execPath, [launcher, 'link', '--db', db], { stdio: 'ignore' });
      setTimeout(() => child.kill('SIGKILL'), delay);
      await once(child, 'close');
      expect(all(db, CLAIMS)).toEqual(claims);
      expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
    }
    const { code } = await duizhang(['link', '--db', db]);
    expect(code).toBe(0);
    expect(all(db, CLAIMS)).toEqual(claims);
    expect(all(db, 'SELECT count(*) FROM link_groups WHERE version IS NULL')).toEqual([[0]]);
  });

  it('needs a database that is there', async () => {
    const { db, inputs } = workplace();
    expect(await duizhang(['link', '--db', db])).toMatchObject({ code: 64, stdout: '' });
    expect(await duizhang(['link', '--db', join(inputs, 'final-2024.txt')])).toMatchObject({ code: 2 });
  });
});
