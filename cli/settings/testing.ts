import { z } from 'zod';
import { type Context, processContext } from '../context.ts';
import { messagesIn } from '../language.ts';
import { settingsIn } from './setting.ts';

/** Limits as another part of the program may add them: grouped, a size, one that may be absent, a yes or no. */
export const OTHER_SHAPE = {
  stageSeconds: z.object({ read: z.number().int().positive(), tables: z.number().positive() }).readonly(),
  maxOutputBytes: z.number().int().positive(),
  maxShare: z.number().min(0).max(1).nullable(),
  isStrict: z.boolean(),
  depths: z.array(z.number().int()).readonly(),
};
export const OTHER_SETTINGS = settingsIn(OTHER_SHAPE);

/** What speaks to tests of settings. */
export const speaking = (language: 'en' | 'zh' = 'en', changed: Partial<Context> = {}): Context => ({
  ...processContext(language, messagesIn(language)),
  env: {},
  ...changed,
});
