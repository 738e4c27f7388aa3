import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Bbox, Page, Worker } from 'tesseract.js';
import type { Box } from '../../model/place.ts';
import type { Raster } from '../../model/raster.ts';
import { fail, ok, type Result } from '../../model/status.ts';
import { pngOf } from './image/png.ts';
import type { Lines, RecognitionKind, Recognizer } from './recognizer.ts';
import { rereadAsMosaic } from './reread.ts';

/** The variant of the language data in the packages; the other one is twelve times as large and reads digits worse. */
const VARIANT = '4.0.0_best_int';
const LANGUAGES: Readonly<Record<RecognitionKind, string>> = { page: 'chi_sim', digits: 'eng' };
const DIGITS = '0123456789.,-%';
const LSTM_ONLY = 1;
/** The memory of an engine only grows, and what it reads depends on what it read before: it is replaced in time. */
const MOST_USES = 100;
/** Longest wait for an engine to start, and for one image (milliseconds); a page takes seconds. */
const START_TIMEOUT = 60_000;
const PAGE_TIMEOUT = 180_000;

export interface TesseractOptions {
  /** Where the language files lie; tests name another folder. */
  readonly folderOf?: (language: string) => string;
}

const packageFolder = (language: string): string =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve(`@tesseract.js-data/${language}/package.json`)),
    VARIANT,
  );

interface Engine {
  readonly worker: Worker;
  /** Rejects when the engine's thread ends by itself: tesseract.js would wait for it for ever. */
  readonly death: Promise<never>;
}

/** tesseract.js with language data from npm packages: nothing is ever fetched. Its threads start when first needed. */
export function tesseract({ folderOf = packageFolder }: TesseractOptions = {}): Recognizer {
  const engines = new Map<RecognitionKind, Promise<Result<Engine>>>();
  let isClosed = false;
  const uses = new Map<RecognitionKind, number>();
  const engineFor = async (kind: RecognitionKind): Promise<Result<Engine>> => {
    const used = uses.get(kind) ?? 0;
    uses.set(kind, used + 1);
    const worn = used > 0 && used % MOST_USES === 0 ? await engines.get(kind) : undefined;
    if (worn?.ok === true) {
      await worn.value.worker.terminate();
      engines.delete(kind);
    }
    const engine = engines.get(kind) ?? start(kind, folderOf);
    engines.set(kind, engine);
    return engine;
  };
  const recognize = async (image: Raster, kind: RecognitionKind): Promise<Result<Lines>> => {
    const engine = await engineFor(kind);
    if (!engine.ok) return engine;
    const png = Buffer.from(await pngOf(image));
    if (isClosed) return fail('recognition-failed', 'recognition failed: the engine was ended');
    return read(engine.value, png);
  };
  return {
    name: 'tesseract.js',
    recognize: ({ clean }, kind) => recognize(clean, kind),
    reread: ({ clean }, parts, kind) => rereadAsMosaic(recognize, clean, parts, kind),
    async close() {
      isClosed = true;
      const all = await Promise.all(engines.values());
      engines.clear();
      await Promise.all(all.map((engine) => (engine.ok ? engine.value.worker.terminate() : undefined)));
    },
  };
}

async function start(kind: RecognitionKind, folderOf: (language: string) => string): Promise<Result<Engine>> {
  const language = LANGUAGES[kind];
  const folder = folderOf(language);
  const file = path.join(folder, `${language}.traineddata.gz`);
  if (!(await isWhole(file)))
    return fail('no-engine', `recognition cannot start: ${path.basename(file)} is missing or broken`);
  try {
    const { createWorker, PSM } = await import('tesseract.js');
    const options = { langPath: folder, gzip: true, cacheMethod: 'none', errorHandler: ignore };
    const worker = await inTime(createWorker(language, LSTM_ONLY, options), START_TIMEOUT);
    const death = deathOf(worker);
    const digits = kind === 'digits' && { tessedit_char_whitelist: DIGITS };
    // One block: rules are erased before, and a line of a table reads like a line of text.
    const set = worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_BLOCK, ...digits });
    await Promise.race([set, death]);
    return ok({ worker, death });
  } catch (error) {
    return fail('no-engine', `recognition cannot start: ${messageOf(error)}`);
  }
}

/** Without its file tesseract.js would neither start nor say so, and with a broken one end the process. */
async function isWhole(file: string): Promise<boolean> {
  try {
    await promisify(gunzip)(await readFile(file));
    return true;
  } catch {
    return false;
  }
}

/** The engine tells an error twice: here, and by the promise that is waited for. Without this it would throw it too. */
const ignore = (): void => undefined;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function deathOf(worker: Worker): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  // Whoever waits hears of it; when nobody does it is no error of the process.
  promise.catch(ignore);
  const thread: unknown = 'worker' in worker ? worker.worker : null;
  if (thread instanceof EventEmitter)
    thread
      .on('error', (error: unknown) => reject(error))
      .on('exit', (code: unknown) => reject(new Error(`its thread ended with code ${String(code)}`)));
  return promise;
}

function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const late = new Error(`no answer within ${milliseconds / 1000} seconds`);
  const timer = setTimeout(() => reject(late), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}

async function read({ worker, death }: Engine, png: Buffer): Promise<Result<Lines>> {
  try {
    const work = worker.recognize(png, {}, { text: false, blocks: true });
    const { data } = await inTime(Promise.race([work, death]), PAGE_TIMEOUT);
    return ok(linesOf(data));
  } catch (error) {
    return fail('recognition-failed', `recognition failed: ${messageOf(error)}`);
  }
}

const linesOf = ({ blocks }: Page): Lines =>
  (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.map(({ words }) =>
        words.map(({ symbols, bbox, confidence }) => ({
          symbols: symbols.map((symbol) => ({
            text: symbol.text,
            box: boxOf(symbol.bbox),
            confidence: symbol.confidence / 100,
          })),
          box: boxOf(bbox),
          confidence: confidence / 100,
        })),
      ),
    ),
  );

const boxOf = ({ x0, y0, x1, y1 }: Bbox): Box => [x0, y0, x1, y1];
