import type { RecognitionKind, Recognizer } from '../../extractors/recognition/recognizer.ts';
import type { Raster } from '../../model/raster.ts';
import type { Result } from '../../model/status.ts';
import { found, type Probe } from './probe.ts';

const SIDE = 64;
const WHITE = 255;
const DPI = 300;

const blank: Raster = {
  width: SIDE,
  height: SIDE,
  data: new Uint8Array(SIDE * SIDE).fill(WHITE),
  dpi: DPI,
};

const ownEngine = async (): Promise<Recognizer> =>
  (await import('../../extractors/recognition/tesseract.ts')).tesseract();

/** tesseract.js starts with its data and reads an empty image. */
export const tesseractProbe =
  (kind: RecognitionKind, engineOf: () => Promise<Recognizer> = ownEngine): Probe =>
  async () => {
    const engine = await engineOf();
    try {
      const read = await engine.recognize({ clean: blank, ink: blank, walls: [] }, kind);
      return read.ok ? found('') : { state: 'missing', detail: read.reason.message };
    } finally {
      await engine.close();
    }
  };

/** What the probe needs of PP-OCR: whether its packages are there, and its model. */
export interface LineEngine {
  readonly isInstalled: () => boolean;
  readonly load: () => Promise<Result<{ close(): Promise<void> }>>;
}

const addedEngine = async (): Promise<LineEngine> => {
  const { hasModel, lineModel } = await import('../../extractors/recognition/ppocr/model.ts');
  return { isInstalled: hasModel, load: () => lineModel() };
};

/** Whether the user has added PP-OCR; if so its model must load. */
export const ppocrProbe =
  (engineOf: () => Promise<LineEngine> = addedEngine): Probe =>
  async () => {
    const { isInstalled, load } = await engineOf();
    if (!isInstalled()) return { state: 'absent', detail: '' };
    const model = await load();
    if (!model.ok) return { state: 'missing', detail: model.reason.message };
    await model.value.close();
    return found('');
  };
