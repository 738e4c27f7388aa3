import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };
import { found, type Probe } from '../../pipeline/doctor/probe.ts';
import { speaking } from '../settings/testing.ts';
import { examine, exitOf, jsonParts, prettyParts } from './doctor.ts';

const absent: Probe = async () => ({ state: 'absent', detail: '' });
const low: Probe = async () => ({ state: 'low', detail: '300 MB' });
const gone: Probe = () => Promise.reject(new Error('Cannot find package'));
const there: Probe = async () => found('1.2.3');

const Told = z.object({
  works: z.boolean(),
  parts: z.array(z.looseObject({ name: z.string(), state: z.string(), remedy: z.string().optional() })),
});

describe('doctor', () => {
  it('is content when only what is optional is missing, and names the line that adds it', async () => {
    const parts = await examine({ memory: low, ppocr: absent, node: there }, speaking());
    expect(parts.map(({ name }) => name)).toEqual(['node', 'ppocr', 'memory']);
    expect(exitOf(parts)).toBe(0);
    const text = prettyParts(parts, speaking());
    for (const [name, version] of Object.entries(manifest.peerDependencies))
      expect(text).toMatch(new RegExp(`npm i .*${name}@${version.replaceAll('.', '\\.')}`, 'u'));
    expect(text).toContain('ok  Node: 1.2.3\n');
    expect(text).toMatch(/everything needed is there\n$/u);
  });

  it('ends with 2 when a needed part is missing, goes on with the others, and says what to do', async () => {
    const parts = await examine({ sqlite: gone, pdf: there, 'ocr-text': gone }, speaking());
    expect(exitOf(parts)).toBe(2);
    expect(parts.map(({ state }) => state)).toEqual(['missing', 'ok', 'missing']);
    expect(prettyParts(parts, speaking())).toMatch(
      /MISSING {2}SQLite: Cannot find package\n {4}run "npm ci"/u,
    );
    expect(prettyParts(parts, speaking())).toMatch(/2 needed parts missing\n$/u);
    expect(prettyParts(parts, speaking('zh'))).toMatch(/缺失 {2}SQLite 数据库[\s\S]*缺少 2 个必需部分\n$/u);
  });

  it('says the same to programs', async () => {
    const parts = await examine({ sqlite: gone, pdf: there }, speaking());
    const told = Told.parse(JSON.parse(jsonParts(parts)));
    expect(told.works).toBe(false);
    expect(told.parts.map(({ name, state, remedy }) => [name, state, remedy !== undefined])).toEqual([
      ['sqlite', 'missing', true],
      ['pdf', 'ok', false],
    ]);
  });
});
