import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { onePage, stream } from '../../../fixtures/hostile/raw-pdf.ts';
import type { Raster } from '../../../model/raster.ts';
import { ok } from '../../../model/status.ts';
import type { LegibleImage } from '../../recognition/recognizer.ts';
import { engineReading, wordsOf } from '../../recognition/testing.ts';
import { pdfFormat } from './format.ts';

const FONT = fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'));

/** A page of points in a font that comes with the file. */
function points(): Uint8Array {
  const font = readFileSync(FONT);
  const widths = '/FirstChar 46 /LastChar 46 /Widths [278]';
  const box =
    '/FontBBox [-544 -303 1302 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV 80';
  return onePage({
    content: stream('BT /F1 60 Tf 72 700 Td (. . . . . . . . . .) Tj ET'),
    font: `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Own /Encoding /WinAnsiEncoding ${widths} /FontDescriptor 6 0 R >>`,
    objects: [
      `<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 32 ${box} /FontFile2 7 0 R >>`,
      stream(font, `/Length1 ${font.length}`),
    ],
  });
}

/** How high the ink of a page is, in points. */
function inkHeight({ width, height, data, dpi }: Raster): number {
  const rows = Array.from({ length: height }, (_, y) => data.subarray(y * width, (y + 1) * width));
  return (rows.filter((row) => row.some((value) => value < 128)).length * 72) / dpi;
}

it('draws a page that is recognized with the outlines of its own fonts, not with boxes for want of them', async () => {
  const seen: number[] = [];
  const lines = [wordsOf('本年收入合计80.50万元', 60, 40)];
  const recognizer = () => ({
    ...engineReading(lines),
    recognize: async ({ clean }: LegibleImage) => {
      seen.push(inkHeight(clean));
      return ok(lines);
    },
  });
  const source = { name: 'a.pdf', path: 'a.pdf', sha256: '0'.repeat(64), bytes: points() };
  const recognition = { mode: 'always', maxPages: 10, recognizer } as const;
  await pdfFormat.read(source, { maxLineBytes: 1, maxPages: 10, recognition });
  expect(seen[0]).toBeGreaterThan(3);
  expect(seen[0]).toBeLessThan(12);
});
