import type { ProbeName } from '../../pipeline/doctor/registry.ts';

/** What `doctor` looks at, in the order in which it is told. */
export const PART_NAMES = [
  'node',
  'config',
  'sqlite',
  'pdf',
  'images',
  'ocr-text',
  'ocr-figures',
  'ppocr',
  'temporary',
  'memory',
] as const satisfies readonly (ProbeName | 'config')[];
export type PartName = (typeof PART_NAMES)[number];
