import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { extraField, makeZip, unicodePath, type ZipEntry } from '../../fixtures/zip/make.ts';
import { findFiles } from '../paths.ts';
import { type ArchiveLimits, archiveLimits } from './limits.ts';
import { sourcesIn } from './sources.ts';

const MEBIBYTE = 1024 * 1024;
const LIMITS = archiveLimits(64 * MEBIBYTE);

/** 决算报告 in GB18030. */
const GB_NAME = Buffer.from('bef6cbe3b1a8b8e6', 'hex');

/** Writes files to a folder and says of each thing in it what comes of it: its text, or the code of why not. */
async function found(
  files: Readonly<Record<string, string | Uint8Array>>,
  limits: ArchiveLimits = LIMITS,
): Promise<Record<string, string>> {
  const root = mkdtempSync(join(tmpdir(), 'duizhang-sources-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  const all: Record<string, string> = {};
  for await (const one of sourcesIn(findFiles([root]), limits)) {
    const path = one.path.replace(`${root}/`, '');
    expect(all).not.toHaveProperty([path]);
    if (one.kind === 'file') all[path] = 'file';
    else if (one.kind === 'passed-over') all[path] = one.why;
    else if (one.kind === 'refused') all[path] = `refused: ${one.reason.code}`;
    else {
      const source = await one.read();
      all[path] = source.ok ? Buffer.from(source.value.bytes).toString() : `failed: ${source.reason.code}`;
      if (source.ok) expect(relative(root, source.value.path)).toBe(path);
    }
  }
  return all;
}

const inZip = (entries: readonly ZipEntry[], limits?: ArchiveLimits) =>
  found({ 'a.zip': makeZip(entries) }, limits);

const GOOD: ZipEntry = { name: 'good.txt', content: 'good' };

describe('sourcesIn', () => {
  it('gives the entries of an archive in the place of the archive, unpacked when they are read', async () => {
    const entries: readonly ZipEntry[] = [
      { name: '内/', content: '' },
      { name: '内/报告.txt', content: 'one', flags: 0x800 },
      { name: 'stored.txt', content: 'two', method: 0 },
      { name: 'streamed.txt', content: 'three', flags: 8 },
      { name: 'large.txt', content: 'four', zip64: true },
      { name: 'windows\\text.txt', content: 'five' },
      { name: './dot.txt', content: 'six' },
      { name: 'empty.txt', content: '' },
    ];
    expect(await found({ 'b.txt': 'x', 'a.zip': makeZip(entries) })).toEqual({
      'a.zip!/内/报告.txt': 'one',
      'a.zip!/stored.txt': 'two',
      'a.zip!/streamed.txt': 'three',
      'a.zip!/large.txt': 'four',
      'a.zip!/windows/text.txt': 'five',
      'a.zip!/dot.txt': 'six',
      'a.zip!/empty.txt': 'failed: empty',
      'b.txt': 'file',
    });
  });

  it('reads names in GB18030, in UTF-8 whatever the flag says, and in the field of Info-ZIP where it belongs', async () => {
    const named = (name: Uint8Array, extra?: Uint8Array): ZipEntry => ({
      name,
      content: 'x',
      ...(extra !== undefined && { extra }),
    });
    const bytes = Buffer.from('b.txt');
    expect(
      Object.keys(
        await inZip([
          named(GB_NAME),
          // The second byte of 乗 is a backslash.
          named(Buffer.from('815c2e747874', 'hex')),
          named(Buffer.from('收入.txt')),
          named(bytes, unicodePath(bytes, '支出.txt')),
          named(Buffer.from('c.txt'), unicodePath(bytes, '又名.txt')),
        ]),
      ),
    ).toEqual(['决算报告', '乗.txt', '收入.txt', '支出.txt', 'c.txt'].map((name) => `a.zip!/${name}`));
  });

  it('sees by their bytes what is an archive and what is a document in the form of one', async () => {
    const docx = makeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/document.xml', content: '<w:document/>' },
    ]);
    const pdf = '%PDF-1.4 no more than its opening';
    expect(
      await found({
        'report.pdf': makeZip([GOOD]),
        'really.zip': pdf,
        'report.docx': docx,
        'b.zip': makeZip([
          { name: 'in.docx', content: docx },
          { name: 'in.txt', content: pdf },
        ]),
      }),
    ).toEqual({
      'report.pdf!/good.txt': 'good',
      'really.zip': 'file',
      'report.docx': 'file',
      'b.zip!/in.docx': docx.toString(),
      'b.zip!/in.txt': pdf,
    });
  });

  it('opens archives in archives up to a depth', async () => {
    const nested = (depth: number): Buffer =>
      makeZip(depth === 1 ? [GOOD] : [GOOD, { name: 'in', content: nested(depth - 1) }]);
    expect(await found({ 'a.zip': nested(5) })).toEqual({
      'a.zip!/good.txt': 'good',
      'a.zip!/in!/good.txt': 'good',
      'a.zip!/in!/in!/good.txt': 'good',
      'a.zip!/in!/in!/in!/good.txt': 'good',
      'a.zip!/in!/in!/in!/in': 'refused: too-deep',
    });
  });

  it('passes over what is hidden or temporary, a folder once', async () => {
    const names = ['__MACOSX/._a.pdf', '__MACOSX/b', '.git/x', 'x/~$报告.docx', 'x/a.tmp', 'Thumbs.db'];
    expect(await inZip([...names.map((name) => ({ name, content: 'x' })), GOOD])).toEqual({
      'a.zip!/__MACOSX': 'temporary',
      'a.zip!/.git': 'hidden',
      'a.zip!/x/~$报告.docx': 'temporary',
      'a.zip!/x/a.tmp': 'temporary',
      'a.zip!/Thumbs.db': 'temporary',
      'a.zip!/good.txt': 'good',
    });
  });
});

describe('a bad entry fails alone', () => {
  const bad = (entry: Partial<ZipEntry>): ZipEntry => ({ name: 'bad', content: 'x'.repeat(100), ...entry });

  it.each<readonly [string, ZipEntry, string]>([
    ['a name that leads out', bad({ name: '../../etc/passwd' }), 'unsafe-name'],
    ['a name that leads out by backslashes', bad({ name: '..\\..\\a.txt' }), 'unsafe-name'],
    ['an absolute name', bad({ name: '/etc/passwd' }), 'unsafe-name'],
    ['a drive', bad({ name: 'C:\\report.txt' }), 'unsafe-name'],
    ['a share', bad({ name: '\\\\server\\report.txt' }), 'unsafe-name'],
    ['no name', bad({ name: '' }), 'unsafe-name'],
    ['a name with NUL', bad({ name: 'a\0.pdf' }), 'unsafe-name'],
    ['a name too long', bad({ name: '长'.repeat(1001) }), 'unsafe-name'],
    ['a link', bad({ mode: 0o120777 }), 'not-a-file'],
    ['a device', bad({ mode: 0o020666 }), 'not-a-file'],
    ['an encrypted one', bad({ flags: 1 }), 'encrypted'],
    ['an unknown packing', bad({ method: 99 }), 'unknown-format'],
    ['a size beyond the limit', bad({ toldSize: 65 * MEBIBYTE }), 'too-large'],
    ['a ratio beyond the limit', bad({ content: Buffer.alloc(2 * MEBIBYTE) }), 'bomb'],
  ])('%s', async (_, entry, code) => {
    const all = await inZip([GOOD, entry]);
    const [good, wrong, ...more] = Object.values(all);
    expect([good, wrong, more]).toEqual(['good', `refused: ${code}`, []]);
  });

  it.each<readonly [string, ZipEntry]>([
    ['more bytes than told', bad({ toldSize: 99 })],
    ['fewer bytes than told', bad({ toldSize: 101 })],
    ['a stored one of another size', bad({ method: 0, toldSize: 99 })],
    ['another check sum', bad({ toldCrc: 7 })],
  ])('%s', async (_, entry) => {
    expect(await inZip([entry, GOOD])).toEqual({
      'a.zip!/bad': 'failed: damaged',
      'a.zip!/good.txt': 'good',
    });
  });

  it('the same name again', async () => {
    expect(await inZip([GOOD, { ...GOOD, content: 'other' }])).toEqual({
      'a.zip!/good.txt': 'good',
      'a.zip!/good.txt#2': 'refused: duplicate-name',
    });
  });

  it('the bytes of another', async () => {
    expect(await inZip([GOOD, bad({ bytesOf: 0 })])).toEqual({
      'a.zip!/good.txt': 'good',
      'a.zip!/bad': 'refused: bomb',
    });
  });

  it('what is beyond the limits of the whole archive, and of those inside it', async () => {
    const entries = ['1', '2', '3'].map((name) => ({ name, content: 'x'.repeat(100) }));
    const refused = 'refused: too-large';
    const few = { ...LIMITS, totalBytes: 250 };
    expect(Object.values(await inZip(entries, few)).map((one) => one.slice(0, 18))).toEqual([
      'x'.repeat(18),
      'x'.repeat(18),
      refused,
    ]);
    const nested = await found({ 'a.zip': makeZip([{ name: 'in', content: makeZip(entries) }]) }, few);
    expect(Object.values(nested)).toContain(refused);
    const { 'a.zip': more, ...read } = await inZip(entries, { ...LIMITS, entries: 2 });
    expect(more).toBe(refused);
    expect(Object.keys(read)).toEqual(['a.zip!/1', 'a.zip!/2']);
  });
});

describe('a broken archive', () => {
  const whole = makeZip([
    GOOD,
    { name: 'second.txt', content: 'second', extra: extraField(9, Buffer.alloc(4)) },
  ]);

  it('fails as a whole where its list is lost', async () => {
    for (const length of [4, 30, whole.length - 30, whole.length - 1])
      expect(await found({ 'a.zip': whole.subarray(0, length) })).toEqual({ 'a.zip': 'refused: damaged' });
  });

  it('gives what its list has before it breaks off', async () => {
    const cut = Buffer.from(whole);
    cut.writeUInt32LE(0, whole.lastIndexOf('PK\x01\x02'));
    expect(await found({ 'a.zip': cut })).toEqual({ 'a.zip!/good.txt': 'good', 'a.zip': 'refused: damaged' });
  });

  it('gives what is whole where an entry points elsewhere', async () => {
    const cut = Buffer.from(whole);
    cut.writeUInt32LE(whole.length - 4, whole.lastIndexOf('PK\x01\x02') + 42);
    expect(await found({ 'a.zip': cut })).toEqual({
      'a.zip!/good.txt': 'good',
      'a.zip!/second.txt': 'failed: damaged',
    });
  });

  it('is said to be empty where it is', async () => {
    expect(await found({ 'a.zip': makeZip([]) })).toEqual({ 'a.zip': 'refused: empty' });
  });
});
