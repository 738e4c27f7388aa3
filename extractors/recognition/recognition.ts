import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { GlyphPage } from '../../model/document.ts';
import type { ColorRaster, Raster } from '../../model/raster.ts';
import { fail, type Result } from '../../model/status.ts';
import { pngOf } from './image/png.ts';
import type { RecognitionOptions } from './options.ts';
import { recognizePage } from './page.ts';
import type { Recognizer } from './recognizer.ts';
import { tesseract } from './tesseract.ts';

/** Recognizes the pages of one document, one after the other, with an engine of its own. */
export class Recognition {
  readonly #options: RecognitionOptions;
  readonly #name: string;
  readonly #recognizer: Recognizer;
  #pages = 0;

  /** @param name of the document, for the pictures in the debug folder */
  constructor(name: string, options: RecognitionOptions) {
    this.#options = options;
    this.#name = name;
    this.#recognizer = (options.engine ?? tesseract)();
  }

  /** A page image as a page of glyphs, or why it is none. */
  async page(image: ColorRaster, number: number): Promise<Result<GlyphPage>> {
    const { maxPages, debugDir, onPage } = this.#options;
    if (this.#pages >= maxPages)
      return fail('too-large', `more than ${maxPages} pages would have to be recognized`);
    this.#pages += 1;
    const steps: (readonly [string, Raster])[] = [];
    const keep = (step: string, page: Raster): number => steps.push([step, page]);
    const page = await recognizePage(
      image,
      number,
      this.#recognizer,
      debugDir === undefined ? undefined : keep,
    );
    if (debugDir !== undefined) await this.#dump(debugDir, number, steps);
    onPage?.(number);
    return page;
  }

  close(): Promise<void> {
    return this.#recognizer.close();
  }

  async #dump(folder: string, number: number, steps: readonly (readonly [string, Raster])[]): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [index, [step, page]] of steps.entries()) {
      const file = `${this.#name}-p${number}-${index + 1}-${step}.png`;
      await writeFile(path.join(folder, file), await pngOf(page));
    }
  }
}
