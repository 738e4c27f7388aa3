import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { GlyphPage } from '../../model/document.ts';
import type { ColorRaster, Raster } from '../../model/raster.ts';
import { fail, type Reason, type Result } from '../../model/status.ts';
import { ENGINES, passesOf } from './engines.ts';
import { pngOf } from './image/png.ts';
import type { RecognitionOptions } from './options.ts';
import { recognizePage } from './page.ts';
import type { Passes } from './recognizer.ts';

/** Recognizes the pages of one document, one after the other, with an engine of its own. */
export class Recognition {
  readonly #options: RecognitionOptions;
  readonly #name: string;
  readonly #passes: Passes;
  #pages = 0;
  #isAdmitted = false;
  /** Why nothing more is recognized: a page took too long, and its engine may still be at it. */
  #spent: Reason | null = null;

  /** @param name of the document, for the pictures in the debug folder */
  constructor(name: string, options: RecognitionOptions) {
    this.#options = options;
    this.#name = name;
    const { engine = 'auto', recognizer } = options;
    this.#passes = recognizer === undefined ? ENGINES[engine]() : passesOf(recognizer());
  }

  /** A page image as a page of glyphs, or why it is none. */
  async page(image: ColorRaster, number: number): Promise<Result<GlyphPage>> {
    const { maxPages, debugDir, onPage } = this.#options;
    if (this.#spent !== null) return { ok: false, reason: this.#spent };
    if (this.#pages >= maxPages)
      return fail('too-large', `more than ${maxPages} pages would have to be recognized`);
    this.#pages += 1;
    if (!this.#isAdmitted) await this.#options.admit?.();
    this.#isAdmitted = true;
    const steps: (readonly [string, Raster])[] = [];
    const keep = (step: string, page: Raster): number => steps.push([step, page]);
    const onStep = debugDir === undefined ? undefined : keep;
    const page = await this.#inTime(recognizePage(image, number, this.#passes, onStep), number);
    if (debugDir !== undefined) await this.#dump(debugDir, number, steps);
    if (this.#spent === null) onPage?.(number);
    return page;
  }

  async close(): Promise<void> {
    const { page, figures, doubtful } = this.#passes;
    const engines = new Set([page, figures.engine, doubtful.engine]);
    await Promise.all([...engines].map((engine) => engine.close()));
  }

  /** A page that takes longer than is left is given up, so that those before it are kept. */
  async #inTime(work: Promise<Result<GlyphPage>>, number: number): Promise<Result<GlyphPage>> {
    const { effort } = this.#options;
    if (effort === undefined) return work;
    const { promise, resolve } = Promise.withResolvers<Result<GlyphPage>>();
    const timer = setTimeout(() => {
      const why = effort.spent();
      const message = `page ${number} was not recognized in time`;
      this.#spent = {
        code: 'timeout',
        ...why,
        message: why === null ? message : `${message}: ${why.message}`,
      };
      resolve({ ok: false, reason: this.#spent });
    }, effort.left());
    const given = work.then(resolve, (error: unknown) => {
      // What its engine says once it was ended is no news.
      if (this.#spent === null) throw error;
    });
    try {
      await Promise.race([given, promise]);
      return await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  async #dump(folder: string, number: number, steps: readonly (readonly [string, Raster])[]): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [index, [step, page]] of steps.entries()) {
      const file = `${this.#name}-p${number}-${index + 1}-${step}.png`;
      await writeFile(path.join(folder, file), await pngOf(page));
    }
  }
}
