import { z } from 'zod';

/** What was opened: its name, the hash of its bytes, and its kind by content (never by its name alone). */
export const SourceInfo = z
  .object({
    name: z.string(),
    sha256: z.string(),
    mediaType: z.string(),
    pages: z.number().int().min(0),
  })
  .readonly();
export type SourceInfo = z.infer<typeof SourceInfo>;

/** The bytes of one report together with what `identify` found out about them. */
export interface Source {
  readonly name: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}
