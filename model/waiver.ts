import { z } from 'zod';

/** Why a person let a finding be, who that was, and when (YYYY-MM-DD). */
export const Waiver = z
  .object({
    reason: z.string().trim().min(1),
    by: z.string().trim().min(1).optional(),
    date: z.iso.date().optional(),
  })
  .readonly();
export type Waiver = z.infer<typeof Waiver>;
