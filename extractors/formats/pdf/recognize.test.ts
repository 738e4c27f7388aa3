import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { makePdf } from '../../../fixtures/pdf/make.ts';
import type { RecognitionOptions } from '../../recognition/options.ts';
import { engineReading, wordsOf } from '../../recognition/testing.ts';
import { pdfFormat } from './format.ts';

/** A PDF of one page that is one JPEG, set with the given matrix. */
async function scanned(width: number, height: number, matrix: string, more = ''): Promise<Uint8Array> {
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#f4f0e8' } })
    .jpeg()
    .toBuffer();
  const drawing = `q ${matrix} cm /I Do Q ${more}`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 ` +
      `/Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n${jpeg.toString('latin1')}\nendstream`,
  ];
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF`;
  return Buffer.from(`${body}${table}${trailer}`, 'latin1');
}

interface Seen {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** Reads with an engine that keeps the sizes of the pages that it was given. */
async function read(bytes: Uint8Array, options: Partial<RecognitionOptions> = {}) {
  const seen: Seen[] = [];
  const lines = [wordsOf('本年收入合计', 40, 40)];
  const engine = () => ({
    ...engineReading(lines),
    recognize: async ({ width, height, dpi }: Seen) => {
      seen.push({ width, height, dpi });
      return { ok: true as const, value: lines };
    },
  });
  const document = await pdfFormat.read(
    { name: 'a.pdf', path: 'a.pdf', sha256: '0'.repeat(64), bytes },
    { maxLineBytes: 1, maxPages: 10, recognition: { mode: 'auto', maxPages: 10, engine, ...options } },
  );
  return { document, seen };
}

const WHOLE = '300 0 0 200 0 0';

describe('a scanned page', () => {
  it('is recognized from its image, pixel for pixel', async () => {
    const { document, seen } = await read(await scanned(750, 500, WHOLE));
    expect(document).toMatchObject({
      ok: true,
      value: { status: 'ok', reasons: [], pages: [{ text: '本年收入合计', width: 300, height: 200 }] },
    });
    expect(seen[0]).toEqual({ width: 750, height: 500, dpi: 180 });
  });

  it('is drawn where its image is not all of it, or stands on its head', async () => {
    for (const matrix of ['150 0 0 100 20 20', '-300 0 0 -200 300 200']) {
      const { seen } = await read(await scanned(750, 500, matrix));
      expect(seen[0]?.width).toBe(Math.ceil((300 * 200) / 72));
    }
  });

  it('keeps its reason where recognition gives nothing', async () => {
    const { document } = await read(await scanned(750, 500, WHOLE), {
      engine: () => engineReading([]),
    });
    expect(document).toMatchObject({ ok: true, value: { status: 'partial' } });
    const codes = document.ok ? document.value.reasons.map(({ code }) => code) : [];
    expect(codes).toEqual(['no-text', 'unrecognized']);
  });
});

describe('a page with a text layer', () => {
  const TEXT = { kind: 'text', x: 50, baseline: 60, size: 12, text: '收入80.5万元' } as const;
  const bytes = makePdf([{ width: 400, height: 300, marks: [TEXT] }]);

  it('is not recognized', async () => {
    const { document, seen } = await read(bytes);
    expect(seen).toEqual([]);
    expect(document).toMatchObject({ ok: true, value: { status: 'ok', pages: [{ text: '收入80.5万元' }] } });
  });

  it('is where all pages are to be', async () => {
    const { document } = await read(bytes, { mode: 'always' });
    expect(document).toMatchObject({ ok: true, value: { pages: [{ text: '本年收入合计' }] } });
  });

  it('is where its characters are garbled, and has no need of it afterwards', async () => {
    const garbled = makePdf([
      { width: 400, height: 300, marks: [{ ...TEXT, text: '本年收入合计与支出决算表', lying: true }] },
    ]);
    const { document, seen } = await read(garbled);
    expect(seen.length).toBeGreaterThan(0);
    expect(document).toMatchObject({ ok: true, value: { status: 'ok', pages: [{ text: '本年收入合计' }] } });
  });
});
