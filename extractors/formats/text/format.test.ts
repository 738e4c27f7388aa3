import { describe, expect, it } from 'vitest';
import type { Source } from '../../../model/source.ts';
import { textFormat } from './format.ts';

const OPTIONS = { maxLineBytes: 1000, maxPages: 10 };
const source = (bytes: Uint8Array | string): Source => ({
  name: 'a.txt',
  path: '/a.txt',
  sha256: 'f00',
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
});

/** 青岚县2031年决算收入合计 812.40万元 in GB18030. */
const GBK = Uint8Array.from(
  Buffer.from(
    'c7e0e1b0cfd832303331c4eabef6cbe3cad5c8ebbacfbcc6203831322e3430cdf2d4aa0d0ab1bec4eac4eac4a9bde1d7aa30cdf2d4aaa1a30d0a',
    'hex',
  ),
);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

async function linesOf(bytes: Uint8Array | string): Promise<readonly string[]> {
  const read = await textFormat.read(source(bytes), OPTIONS);
  if (!read.ok) throw new Error(read.reason.message);
  const [page] = read.value.pages;
  return page?.kind === 'lines' ? page.lines.map(({ text }) => text) : [];
}

async function codeOf(bytes: Uint8Array | string): Promise<string> {
  const read = await textFormat.read(source(bytes), OPTIONS);
  return read.ok ? read.value.status : read.reason.code;
}

describe('textFormat', () => {
  it('ends lines at \\n, \\r\\n and \\r, and keeps form feeds', async () => {
    expect(await linesOf('收入\r\n\f支出\r结余\n\n合计')).toEqual(['收入', '\f支出', '结余', '', '合计']);
  });

  it('reads the encodings in which reports are published', async () => {
    const text = '收入合计 812.40 万元\n支出合计 812.40 万元';
    const want = text.split('\n');
    expect(await linesOf(`\ufeff${text}`)).toEqual(want);
    for (const bigEndian of [true, false])
      for (const mark of [true, false]) expect(await linesOf(utf16(text, bigEndian, mark))).toEqual(want);
    expect((await linesOf(GBK))[0]).toBe('青岚县2031年决算收入合计 812.40万元');
  });

  it('says why it cannot read', async () => {
    expect(await codeOf('')).toBe('empty');
    expect(await codeOf(' \n\t\n')).toBe('empty');
    expect(await codeOf(Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 11))).toBe('binary');
    expect(await codeOf('%PDF-1.7 text')).toBe('binary');
    expect(await codeOf('长'.repeat(400))).toBe('line-too-long');
    expect(await codeOf(Uint8Array.from([0xe6, 0x94, 0xb6, 0xff, 0xff, 0x41, 0xff]))).toBe('bad-encoding');
  });

  it('replaces stray control characters by spaces and says where', async () => {
    const read = await textFormat.read(
      source('收入合计为 812.40 万元\n支出\u0000合计\u0007为 812.40 万元，没有结余，也没有结转'),
      OPTIONS,
    );
    expect(read.ok && read.value.status).toBe('partial');
    expect(read.ok && read.value.reasons).toEqual([
      { code: 'control-characters', message: expect.stringContaining('2'), place: { line: 2, column: 3 } },
    ]);
    expect(
      read.ok && read.value.pages[0]?.kind === 'lines' && read.value.pages[0].lines[1]?.text.slice(0, 6),
    ).toBe('支出 合计 ');
  });

  it('claims text but nothing that opens like another format', () => {
    expect(textFormat.score(source('决算'))).toBe(0.5);
    expect(textFormat.score(source('%PDF-1.4'))).toBe(0);
    expect(textFormat.score(source(Uint8Array.from([0x50, 0x4b, 3, 4])))).toBe(0);
  });
});
