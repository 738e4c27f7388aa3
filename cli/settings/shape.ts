import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { SEVERITIES } from '../../model/audit.ts';
import { ABOUT, Config, DEFAULT_CONFIG } from '../../model/config.ts';
import { LANGUAGES } from '../language.ts';

const MOST_JOBS = 64;
const MOST_SECONDS = 24 * 60 * 60;
const DEFAULT_SECONDS = 60;

/** The code of a rule (R-40-01) or of a family. */
export const Code = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^R-\d\d(?:-\d\d)?$/u);

const CODES = {
  en: 'codes of rules (R-40-01) or of families (R-40)',
  zh: '规则编号（R-40-01）或规则组（R-40）',
};

/** Everything that can be set, by a flag, the environment or a configuration file. */
export const Settings = z
  .strictObject({
    ...Config.unwrap().shape,
    failOn: z.enum([...SEVERITIES, 'never']).register(ABOUT, {
      en: 'end with 1 when there is a finding of this severity or above',
      zh: '有达到此级别的结果时，以 1 退出',
    }),
    rule: z.array(Code).readonly().register(ABOUT, {
      en: 'only these rules; R-10 means its family; separate by commas or repeat',
      zh: '只用这些规则；R-10 指整组；用逗号分隔或重复给出',
      allowed: CODES,
    }),
    ignore: z.array(Code).readonly().register(ABOUT, {
      en: 'all but these rules; written as for --rule',
      zh: '不用这些规则；写法同 --rule',
      allowed: CODES,
    }),
    lang: z.enum(LANGUAGES).register(ABOUT, {
      en: 'language of the messages (default: by locale)',
      zh: '提示语言（默认随系统区域设置）',
    }),
    jobs: z.number().int().min(1).max(MOST_JOBS).register(ABOUT, {
      en: 'documents that are read and checked at a time, each in a process of its own',
      zh: '同时读取和核对的报告数，每份各用一个进程',
    }),
    recognitions: z.number().int().min(1).max(MOST_JOBS).register(ABOUT, {
      en: 'documents in which pages are recognized at a time; never more than jobs',
      zh: '同时进行文字识别的报告数，不超过 jobs',
    }),
    timeout: z.number().int().min(1).max(MOST_SECONDS).register(ABOUT, {
      en: 'seconds that one document may take',
      zh: '一份报告最多用时（秒）',
    }),
  })
  .readonly();
export type Settings = z.infer<typeof Settings>;

/** What holds where nothing else is said; the language then follows the locale. */
export const DEFAULT_SETTINGS: Omit<Settings, 'lang'> = {
  ...DEFAULT_CONFIG,
  failOn: 'error',
  rule: [],
  ignore: [],
  jobs: Math.min(availableParallelism(), MOST_JOBS),
  recognitions: Math.min(availableParallelism(), MOST_JOBS),
  timeout: DEFAULT_SECONDS,
};

/** The limits among the settings, as the stages take them. */
export const configOf = (settings: Settings): Config => Config.parse(settings);
