import type { Probe } from './probe.ts';
import { imagesProbe, pdfProbe } from './readers.ts';
import { ppocrProbe, tesseractProbe } from './recognition.ts';
import { sqliteProbe } from './sqlite.ts';
import { memoryProbe, nodeProbe, temporaryProbe } from './system.ts';

/** The parts of an installation in the order in which they are told. */
export const PROBES = {
  node: nodeProbe(),
  sqlite: sqliteProbe(),
  pdf: pdfProbe(),
  images: imagesProbe(),
  'ocr-text': tesseractProbe('page'),
  'ocr-figures': tesseractProbe('digits'),
  ppocr: ppocrProbe(),
  temporary: temporaryProbe(),
  memory: memoryProbe(),
} as const satisfies Readonly<Record<string, Probe>>;
export type ProbeName = keyof typeof PROBES;
