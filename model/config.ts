import { z } from 'zod';

export const OCR_MODES = ['auto', 'always', 'never'] as const;
/** Which pages of a document are recognized: those without a text layer that can be read, all, or none. */
export type OcrMode = (typeof OCR_MODES)[number];

/** The limits under which a document is read. They are part of the key under which finished work is remembered. */
export const Config = z
  .object({
    maxFileBytes: z.number().int().positive(),
    maxLineBytes: z.number().int().positive(),
    maxPages: z.number().int().positive(),
    ocr: z.enum(OCR_MODES),
    maxRecognizedPages: z.number().int().positive(),
  })
  .readonly();
export type Config = z.infer<typeof Config>;

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_CONFIG: Config = {
  maxFileBytes: 64 * MEBIBYTE,
  maxLineBytes: MEBIBYTE,
  maxPages: 5000,
  ocr: 'auto',
  maxRecognizedPages: 500,
};
