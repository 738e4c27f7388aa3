import { z } from 'zod';

/** The limits under which a document is read. They are part of the key under which finished work is remembered. */
export const Config = z
  .object({
    maxFileBytes: z.number().int().positive(),
    maxLineBytes: z.number().int().positive(),
    maxPages: z.number().int().positive(),
  })
  .readonly();
export type Config = z.infer<typeof Config>;

const MEBIBYTE = 1024 * 1024;

export const DEFAULT_CONFIG: Config = {
  maxFileBytes: 64 * MEBIBYTE,
  maxLineBytes: MEBIBYTE,
  maxPages: 5000,
};
