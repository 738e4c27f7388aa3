import { createHash } from 'node:crypto';

/** A short name made of what identifies a thing: the same parts give the same name in every run. */
export const stableKey = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16);
