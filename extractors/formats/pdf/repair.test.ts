import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../fixtures/pdf/make.ts';
import { pdfFormat } from './format.ts';
import { repaired } from './repair.ts';

const text = (bytes: Uint8Array | null): string =>
  bytes === null ? '' : Buffer.from(bytes).toString('latin1');

/** A file without catalog and trailer whose page dictionary is packed into an object stream, cut off at the end. */
function packedFile(): Buffer {
  const content = 'BT /F1 12 Tf 20 100 Td (80.5) Tj ET';
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const page =
    '<< /Type /Page /MediaBox [0 0 200 200] /Resources << /Font << /F1 3 0 R >> >> /Contents 1 0 R >>';
  const header = `2 0 3 ${page.length + 1} `;
  const packed = deflateSync(Buffer.from(`${header}${page} ${font}`, 'latin1'));
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n1 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`,
    ),
    Buffer.from(
      `4 0 obj\n<< /Type /ObjStm /N 2 /First ${header.length} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\n5 0 obj\n<< /Type /XR'),
  ]);
}

describe('repaired', () => {
  it('unpacks objects, and makes a page tree over the pages that are there', async () => {
    const source = { name: 'a.pdf', path: 'a.pdf', sha256: '', bytes: packedFile() };
    const result = await pdfFormat.read(source, { maxLineBytes: 1000, maxPages: 10 });
    expect(result).toMatchObject({ ok: true, value: { status: 'partial', source: { pages: 1 } } });
    const [page] = result.ok ? result.value.pages : [];
    expect(page?.kind === 'packed' ? page.text : null).toBe('80.5');
  });

  it('uses the catalog where its page tree is there', () => {
    const whole = makePdf([{ width: 100, height: 100, marks: [] }]);
    const again = text(repaired(whole.subarray(0, whole.length - 30)));
    expect(again).toContain('trailer\n<< /Root 1 0 R >>');
  });

  it('does not try where there is no page, or where the key is lost', () => {
    expect(repaired(Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Font >>\nendobj\n'))).toBeNull();
    const page = { width: 100, height: 100, marks: [] };
    expect(repaired(makePdf([page], { encryption: { method: 'rc4', password: '' } }))).toBeNull();
  });

  it('takes a stream that cannot be unpacked as empty', () => {
    const broken =
      '%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nno zlib\n';
    expect(repaired(Buffer.from(broken))).toBeNull();
  });
});
