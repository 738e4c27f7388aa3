import type { OcrEngine } from '../../model/config.ts';
import { hasModel } from './ppocr/model.ts';
import { ppocr } from './ppocr/ppocr.ts';
import type { Passes, Recognizer } from './recognizer.ts';
import { tesseract } from './tesseract.ts';

/** The passes of one engine alone. */
export const passesOf = (engine: Recognizer): Passes => ({
  page: engine,
  figures: { engine, kind: 'digits' },
  doubtful: { engine, kind: 'page' },
});

/** Figures are read by the engine that shares no model with the first. */
function both(): Passes {
  const [own, other] = [tesseract(), ppocr()];
  return {
    page: other,
    figures: { engine: own, kind: 'digits' },
    doubtful: { engine: other, kind: 'page' },
  };
}

/** How every choice of engines reads. */
export const ENGINES: Readonly<Record<OcrEngine, () => Passes>> = {
  auto: () => (hasModel() ? both() : passesOf(tesseract())),
  tesseract: () => passesOf(tesseract()),
  ppocr: () => passesOf(ppocr()),
  both,
};
