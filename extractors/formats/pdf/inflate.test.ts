import { deflateRawSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { DirectInflation } from './inflate.ts';

async function unpacked(packed: Uint8Array, format = 'deflate'): Promise<Uint8Array> {
  const { writable, readable } = new DirectInflation(format);
  const writer = writable.getWriter();
  const written = [writer.write(packed), writer.close()];
  const reader = readable.getReader();
  const { value } = await reader.read();
  expect(await reader.read()).toEqual({ done: true });
  await Promise.all(written);
  return value ?? new Uint8Array();
}

describe('DirectInflation', () => {
  const text = Uint8Array.from({ length: 5000 }, (_, i) => i % 251);

  it('gives what was packed, and nothing after it', async () => {
    expect(await unpacked(deflateSync(text))).toEqual(text);
    expect(await unpacked(deflateRawSync(text), 'deflate-raw')).toEqual(text);
  });

  it('gives nothing of nothing', async () => {
    expect(await unpacked(deflateSync(new Uint8Array()))).toEqual(new Uint8Array());
  });

  it('takes a stream with a line end behind it', async () => {
    expect(await unpacked(Buffer.concat([deflateSync(text), Buffer.from('\r\n')]))).toEqual(text);
  });

  it('unpacks large ones, too', async () => {
    const large = Uint8Array.from({ length: 2_000_000 }, (_, i) => (i * i * 7919) >> 5);
    const packed = deflateSync(large, { level: 0 });
    expect(Buffer.compare(await unpacked(packed), large)).toBe(0);
  });

  it('rejects what is cut off or broken', async () => {
    const packed = deflateSync(text);
    await expect(unpacked(packed.subarray(0, -20))).rejects.toThrow();
    await expect(unpacked(Uint8Array.from(packed, (byte, i) => (i > 4 ? 255 : byte)))).rejects.toThrow();
  });

  it('knows no other formats', () => {
    expect(() => new DirectInflation('lzw')).toThrow(TypeError);
  });
});
