import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findListed, listedPaths } from './path-list.ts';

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The text in pieces of so many bytes: a character may be torn. */
async function* pieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

const character = fc.constantFrom('a', '/', '决', '算', ' ', '.', '𠮷', '-');
const name = fc.array(character, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
const anyName = fc
  .array(fc.oneof(character, fc.constantFrom('\n', '\r')), { minLength: 1 })
  .map((all) => all.join(''));

describe('a list of paths', () => {
  it('may be one of lines, with either line end, in whatever pieces it comes', async () => {
    const ends = fc.constantFrom('\n', '\r\n');
    await fc.assert(
      fc.asyncProperty(fc.array(name), ends, fc.nat(7), fc.boolean(), async (names, end, size, closed) => {
        const text = `${names.join(end)}${closed ? end : ''}`;
        expect(await all(listedPaths(pieces(text, size + 1)))).toEqual(names);
      }),
    );
  });

  it('may be separated by NUL, and then a name may have line ends in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyName, { minLength: 1 }), fc.nat(7), async (names, size) => {
        const text = names.map((one) => `${one}\u0000`).join('');
        const wanted = names.filter((one) => one !== '\r');
        expect(await all(listedPaths(pieces(text, size + 1), true))).toEqual(wanted);
        expect(await all(listedPaths(pieces(text, size + 1)))).toEqual(wanted);
      }),
    );
  });

  it('gives paths before it has come to its end', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (let i = 0; ; i += 1) yield new TextEncoder().encode(`${String(i).padStart(1000, '0')}\n`);
    }
    const list = listedPaths(endless());
    expect((await list.next()).value).toHaveLength(1000);
    await list.return();
  });

  it('stands for files once each, and tells what is not there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duizhang-list-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'in'));
    for (const file of ['in/a.txt', 'in/b*.txt']) writeFileSync(join(folder, file), file);
    async function* list(): AsyncGenerator<string> {
      yield* [
        join(folder, 'in', 'b*.txt'),
        join(folder, 'in'),
        join(folder, 'no*.txt'),
        join(folder, 'no*.txt'),
      ];
    }
    expect(await all(findListed(list()))).toEqual([
      { kind: 'file', path: join(folder, 'in', 'b*.txt') },
      { kind: 'file', path: join(folder, 'in', 'a.txt') },
      {
        kind: 'refused',
        path: join(folder, 'no*.txt'),
        reason: expect.objectContaining({ code: 'not-found' }),
      },
    ]);
  });
});
