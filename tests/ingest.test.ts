import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duizhang, FIXTURES, temporaryFolder, WRONG_SHARE } from './command.ts';
import { all } from './rows.ts';

/** A folder with copies of the reports, and where the database shall be: inside, where it must not be taken for a report. */
function workplace(): { inputs: string; db: string } {
  const inputs = join(temporaryFolder(), 'in');
  cpSync(join(FIXTURES, 'reports'), inputs, { recursive: true });
  return { inputs, db: join(inputs, 'out.sqlite') };
}

const CHILDREN = ['paragraphs', 'tables', 'facts', 'statements', 'findings', 'pages'];

/** No row without its document, and the indexes as large as what they index. */
function expectWhole(db: string): void {
  for (const table of CHILDREN)
    expect(
      all(
        db,
        `SELECT id FROM documents d WHERE 0 UNION ALL SELECT document_id FROM ${table} WHERE document_id NOT IN (SELECT id FROM documents)`,
      ),
    ).toEqual([]);
  expect(all(db, 'PRAGMA foreign_key_check')).toEqual([]);
  expect(all(db, 'PRAGMA integrity_check')).toEqual([['ok']]);
  for (const table of ['paragraphs', 'facts']) {
    const [sizes] = all(db, `SELECT (SELECT count(*) FROM ${table}), (SELECT count(*) FROM ${table}_search)`);
    expect(sizes).toEqual([expect.anything(), Array.isArray(sizes) ? sizes[0] : null]);
  }
}

describe('ingest', () => {
  it('reads a folder, keeps one document for equal bytes, and a second run changes nothing', async () => {
    const { inputs, db } = workplace();
    const first = await duizhang(['ingest', inputs, '--db', db]);
    expect(first.stderr).toContain('2 read, 0 unchanged, 1 copy, 0 failed; 1 finding;');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expectWhole(db);
    expect(all(db, 'SELECT count(*) FROM documents')).toEqual([[2]]);
    expect(all(db, 'SELECT count(*) FROM document_paths')).toEqual([[3]]);
    const rows = all(db, 'SELECT * FROM facts ORDER BY id');
    const second = await duizhang(['ingest', inputs, '--db', db]);
    expect(second.stderr).toContain('0 read, 3 unchanged, 0 failed');
    expect(all(db, 'SELECT * FROM facts ORDER BY id')).toEqual(rows);
  });

  it('does only what changed, and replaces what stood at a path', async () => {
    const { inputs, db } = workplace();
    await duizhang(['ingest', inputs, '--db', db]);
    const changed = join(inputs, 'wrong-share.txt');
    writeFileSync(changed, '青石县图书馆2024年度部门决算\n2024年度本年支出合计600.00万元。\n');
    const { stderr } = await duizhang(['ingest', inputs, '--db', db]);
    expect(stderr).toContain('1 read, 2 unchanged, 0 failed; 0 findings;');
    expectWhole(db);
    expect(all(db, 'SELECT count(*) FROM documents')).toEqual([[2]]);
    expect(
      all(db, "SELECT count(*) FROM facts WHERE quote LIKE '%500.00%' AND quote LIKE '%42.00%'"),
    ).toEqual([[0]]);
    expect(all(db, "SELECT value, value_fen FROM facts WHERE raw = '600.00'")).toEqual([
      ['6000000', 600_000_000],
    ]);
  });

  it('keeps a document while another path still has it', async () => {
    const { inputs, db } = workplace();
    await duizhang(['ingest', inputs, '--db', db]);
    copyFileSync(WRONG_SHARE, join(inputs, 'consistent.txt'));
    const { stderr } = await duizhang(['ingest', inputs, '--db', db]);
    expect(stderr).toContain('0 read, 3 unchanged');
    expect(all(db, 'SELECT count(*) FROM documents')).toEqual([[2]]);
    expectWhole(db);
  });

  it('a report that moved is the same document', async () => {
    const { inputs, db } = workplace();
    await duizhang(['ingest', inputs, '--db', db]);
    renameSync(join(inputs, 'wrong-share.txt'), join(inputs, 'moved.txt'));
    const { stderr } = await duizhang(['ingest', inputs, '--db', db]);
    expect(stderr).toContain('0 read, 3 unchanged');
  });

  it('takes files, folders and patterns together, each file once', async () => {
    const { inputs, db } = workplace();
    const paths = [WRONG_SHARE, join(inputs, '*.txt'), inputs];
    const { code, stderr } = await duizhang(['ingest', ...paths, '--db', db, '--jobs', '1']);
    expect(code).toBe(0);
    expect(stderr).toContain('2 read, 0 unchanged, 2 copies, 0 failed');
  });

  it('counts what failed before as failed still', async () => {
    const { inputs, db } = workplace();
    copyFileSync(join(FIXTURES, 'damaged.pdf'), join(inputs, 'damaged.pdf'));
    expect(await duizhang(['ingest', inputs, '--db', db])).toMatchObject({ code: 2 });
    const { code, stderr } = await duizhang(['ingest', inputs, '--db', db]);
    expect(code).toBe(2);
    expect(stderr).toContain('4 unchanged (1 of them not processed)');
  });

  it('a document that takes too long ends with a reason and is tried again', async () => {
    const { inputs, db } = workplace();
    mkdirSync(join(inputs, 'more'));
    const line = `${'项目支出绩效目标'.repeat(40)}100.00万元，占50.00%。\n`;
    writeFileSync(join(inputs, 'more', 'endless.txt'), line.repeat(20_000));
    const { code, stderr } = await duizhang(['ingest', inputs, '--db', db, '--timeout', '8']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/endless\.txt: not processed: .* \[timeout\]/u);
    expect(stderr).toContain('2 read');
    expect(all(db, 'SELECT code FROM errors')).toEqual([['timeout']]);
    const again = await duizhang(['ingest', inputs, '--db', db, '--timeout', '1']);
    expect(again.stderr).toContain('0 read, 3 unchanged, 1 failed');
  });
});

describe('queries', () => {
  it('find words of two characters and more, and filter', async () => {
    const { inputs, db } = workplace();
    await duizhang(['ingest', inputs, '--db', db]);
    const count = async (...args: readonly string[]) => {
      const { code, stdout } = await duizhang([...args, '--db', db, '--format', 'json']);
      expect(code).toBe(0);
      const rows: unknown = JSON.parse(stdout);
      return Array.isArray(rows) ? rows.length : -1;
    };
    expect(await count('facts', '--text', '住房')).toBeGreaterThan(0);
    expect(await count('facts', '--text', '住房公积金')).toBeGreaterThan(0);
    expect(await count('facts', '--text', '房住')).toBe(0);
    expect(await count('tables', '--text', '合计')).toBe(1);
    expect(await count('tables', '--text', '没有这个词')).toBe(0);
    expect(await count('findings')).toBe(1);
    expect(await count('findings', '--code', 'R-30', '--severity', 'error', '--year', '2024')).toBe(1);
    expect(await count('findings', '--code', 'R-10')).toBe(0);
    expect(await count('findings', '--document', '青石县')).toBe(1);
    expect(await count('findings', '--document', 'consistent')).toBe(0);
  });

  it('print findings, facts and CSV', async () => {
    const { inputs, db } = workplace();
    await duizhang(['ingest', inputs, '--db', db]);
    const findings = await duizhang(['findings', '--db', db, '--lang', 'zh']);
    expect(findings.stdout).toMatch(/^wrong-share\.txt:3:\d+ {2}错误 {2}R-30-\d\d/u);
    const facts = await duizhang(['facts', '--db', db, '--document', 'wrong']);
    expect(facts.stdout).toContain('= 42.00% (2024');
    expect(facts.stdout).toContain('inconsistent)');
    const csv = await duizhang(['facts', '--db', db, '--format', 'csv', '--document', 'wrong']);
    const [head, ...rows] = csv.stdout.trim().split('\n');
    expect(head).toContain('raw,printed_unit,value,unit,value_fen');
    expect(rows.every((row) => row.includes('wrong-share.txt'))).toBe(true);
  });
});

describe('a run that is killed', () => {
  it('leaves whole documents only, and the next run goes on', async () => {
    const { inputs, db } = workplace();
    for (let i = 0; i < 60; i += 1)
      writeFileSync(
        join(inputs, `report-${i}.txt`),
        `${i}号县图书馆2024年度部门决算\n${'本年支出合计500.00万元。\n'.repeat(30)}`,
      );
    // The timer of the shell ends the command somewhere in the middle.
    const launcher = new URL('../bin/duizhang.mjs', import.meta.url).pathname;
    const child = spawn(process.execPath, [launcher, 'ingest', inputs, '--db', db], { stdio: 'ignore' });
    setTimeout(() => child.kill('SIGKILL'), 900);
    await once(child, 'close');
    const { code, stderr } = await duizhang(['ingest', inputs, '--db', db]);
    expect(code).toBe(0);
    expect(stderr).toContain('0 failed');
    expectWhole(db);
    expect(all(db, 'SELECT count(*) FROM documents')).toEqual([[62]]);
    expect(all(db, 'SELECT count(*) FROM documents WHERE id NOT IN (SELECT document_id FROM pages)')).toEqual(
      [[0]],
    );
  });
});
