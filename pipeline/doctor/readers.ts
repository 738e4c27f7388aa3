import { readdirSync } from 'node:fs';
import path from 'node:path';
import { found, type Probe } from './probe.ts';

/** A file of each folder without which Chinese PDFs, standard fonts or some images would silently come out empty. */
const PDF_FILES = [
  ['cmaps', 'GBK-EUC-H.bcmap'],
  ['cmaps', 'UniGB-UCS2-H.bcmap'],
  ['standard_fonts', 'FoxitSymbol.pfb'],
  ['wasm', 'openjpeg.wasm'],
] as const;

interface PdfPackage {
  readonly folder: string;
  readonly version: string;
}

const pdfPackage = async (): Promise<PdfPackage> => {
  const [{ packageFolder }, { version }] = await Promise.all([
    import('../../extractors/formats/pdf/open.ts'),
    import('pdfjs-dist/legacy/build/pdf.mjs'),
  ]);
  return { folder: packageFolder(), version };
};

/** pdf.js loads, with its character maps, standard fonts and image decoders beside it. */
export const pdfProbe =
  (packageOf: () => Promise<PdfPackage> = pdfPackage): Probe =>
  async () => {
    const { folder, version } = await packageOf();
    const lacking = PDF_FILES.filter(([part, file]) => {
      try {
        return !readdirSync(path.join(folder, part)).includes(file);
      } catch {
        // A folder that cannot be listed has nothing of use in it.
        return true;
      }
    });
    const names = lacking.map(([part, file]) => `${part}/${file}`);
    if (names.length > 0)
      return { state: 'missing', detail: `pdf.js ${version} without ${names.join(', ')}` };
    const maps = readdirSync(path.join(folder, 'cmaps')).filter((name) => name.endsWith('.bcmap')).length;
    const fonts = readdirSync(path.join(folder, 'standard_fonts')).length;
    return found(`pdf.js ${version}, ${maps} CMaps, ${fonts} font files`);
  };

const IMAGE_FORMATS = ['png', 'jpeg', 'tiff', 'webp'] as const;

interface ImageLibrary {
  readonly version: string;
  readonly reads: (format: (typeof IMAGE_FORMATS)[number]) => boolean;
}

const imageLibrary = async (): Promise<ImageLibrary> => {
  const { default: sharp } = await import('sharp');
  return { version: sharp.versions.vips, reads: (format) => sharp.format[format].input.buffer };
};

/** sharp reads every form of page image that reports come in. */
export const imagesProbe =
  (libraryOf: () => Promise<ImageLibrary> = imageLibrary): Probe =>
  async () => {
    const { version, reads } = await libraryOf();
    const lacking = IMAGE_FORMATS.filter((format) => !reads(format));
    const detail = `libvips ${version}`;
    return lacking.length === 0
      ? found(`${detail}: ${IMAGE_FORMATS.join(', ')}`)
      : { state: 'missing', detail: `${detail} without ${lacking.join(', ')}` };
  };
