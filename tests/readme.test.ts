import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { duizhang } from './command.ts';

const root = new URL('..', import.meta.url);
const text = (name: string) => readFileSync(new URL(name, root), 'utf8');

/** What a README shows behind `$ npx duizhang …`, without the lines it leaves out. */
function shown(readme: string): { args: readonly string[]; lines: readonly string[] } {
  const block = /```console\n\$ npx duizhang (.*)\n([\s\S]*?)```/u.exec(readme);
  const lines = (block?.[2] ?? '').split('\n').filter((line) => line !== '' && line !== '…');
  return { args: (block?.[1] ?? '').split(' '), lines };
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (name) => {
  it('shows a finding that the command really prints', async () => {
    const { args, lines } = shown(text(name));
    const { stdout } = await duizhang(args, { cwd: fileURLToPath(root) });
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(stdout.split('\n')).toContain(line);
  });
  it('has the test command that CI runs', () => expect(text(name)).toContain('npm ci && npm test'));
});

describe('CI', () => {
  it('runs the test command of the README', () => expect(text('.ci/run')).toContain('npm ci && npm test'));
});
