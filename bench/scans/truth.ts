import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Box } from '../../model/place.ts';

const TrueCell = z.object({ row: z.number(), column: z.number(), text: z.string(), box: Box }).readonly();

/** A page image with what is printed on it: a table, its cells in pixels of the page without its skew, or prose. */
const TruePage = z
  .object({
    file: z.string(),
    condition: z.string(),
    skewDegrees: z.number(),
    cells: z.array(TrueCell).readonly(),
    text: z.string(),
  })
  .readonly();
export type TruePage = z.infer<typeof TruePage>;

/** The pages that a folder of images holds, as its truth.json tells. */
export const truePages = (folder: string): readonly TruePage[] =>
  z.array(TruePage).parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
