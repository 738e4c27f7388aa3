import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../fixtures/pdf/make.ts';
import { BROKEN_BY_PAGES } from '../fixtures/pdf/reports.ts';
import { Report } from '../model/report.ts';
import { duizhang, temporaryFolder } from './command.ts';

const PASSWORD = 'kaimen-2024';

function locked(folder: string): string {
  const path = join(folder, 'locked.pdf');
  writeFileSync(path, makePdf(BROKEN_BY_PAGES, { encryption: { method: 'aes', password: PASSWORD } }));
  return path;
}

describe('--password', () => {
  it('opens an encrypted report, and without it there is one clear reason', async () => {
    const path = locked(temporaryFolder());
    const closed = await duizhang(['check', '--format', 'json', path]);
    expect(closed.code).toBe(2);
    expect(closed.stderr.trim()).toBe(`${path}: not processed: the PDF needs a password [encrypted]`);
    const wrong = await duizhang(['extract', '--password', 'wrong', path]);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('the password does not open the PDF');
    const open = await duizhang(['check', '--format', 'json', '--password', PASSWORD, path]);
    expect(Report.parse(JSON.parse(open.stdout)).status).toBe('ok');
    expect(`${open.stdout}${open.stderr}`).not.toContain(PASSWORD);
    const shown = await duizhang(['show', '--password', PASSWORD, path]);
    expect(shown.code).toBe(0);
  });

  it('lets ingest read what was closed before, and is not kept', async () => {
    const folder = temporaryFolder();
    const db = join(folder, 'out.sqlite');
    const ingest = ['ingest', locked(folder), '--db', db];
    expect((await duizhang(ingest)).code).toBe(2);
    expect((await duizhang([...ingest, '--password', PASSWORD])).stderr).toContain('1 read');
    expect((await duizhang(ingest)).stderr).toContain('1 unchanged');
    expect(readFileSync(db).includes(PASSWORD)).toBe(false);
  });
});
