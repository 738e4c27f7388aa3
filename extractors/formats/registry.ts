import type { Format } from '../format.ts';
import { imageFormat } from './image/format.ts';
import { pdfFormat } from './pdf/format.ts';
import { textFormat } from './text/format.ts';

/** Every format that can be read. The one with the highest score for the bytes reads them. */
export const FORMATS: readonly Format[] = [pdfFormat, imageFormat, textFormat];
