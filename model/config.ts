import { z } from 'zod';

export const OCR_MODES = ['auto', 'always', 'never'] as const;
/** Which pages of a document are recognized: those without a text layer that can be read, all, or none. */
export type OcrMode = (typeof OCR_MODES)[number];

export const OCR_ENGINES = ['auto', 'tesseract', 'ppocr', 'both'] as const;
/** What recognizes pages: the engine that comes along, PP-OCR, or both, which vote; `auto`: both where the user has added PP-OCR. */
export type OcrEngine = (typeof OCR_ENGINES)[number];

const MEBIBYTE = 1024 * 1024;
const DAY_SECONDS = 24 * 60 * 60;
/** Less would not hold the readers themselves. */
const LEAST_MEMORY = 256 * MEBIBYTE;
const MOST_MEMORY = 1024 * 1024 * MEBIBYTE;

/** A text in the languages of the program. */
interface Words {
  readonly en: string;
  readonly zh: string;
}

/** What a setting is for, and what it takes where its schema does not say that well. */
export interface About extends Words {
  readonly allowed?: Words;
}

/** What is said of each setting wherever settings are listed: help, `config --explain`, the documents. */
export const ABOUT = z.registry<About>();

/**
 * The limits under which a document is read. They are part of the key under which finished work is remembered.
 * A limit that is added here is a setting at once, by flag, environment and file (cli/settings).
 */
export const Config = z
  .object({
    maxFileBytes: z
      .number()
      .int()
      .positive()
      .register(ABOUT, { en: 'size above which a file fails', zh: '文件大小上限，超过即失败' }),
    maxLineBytes: z.number().int().positive().register(ABOUT, {
      en: 'length of a line above which a text report fails',
      zh: '文本报告单行长度上限，超过即失败',
    }),
    maxPages: z
      .number()
      .int()
      .positive()
      .register(ABOUT, { en: 'pages above which a document fails', zh: '页数上限，超过即失败' }),
    ocr: z.enum(OCR_MODES).register(ABOUT, {
      en: 'which pages are recognized: those without a text layer, all, or none',
      zh: '识别哪些页面：无文本层的页面、全部页面或都不识别',
    }),
    ocrEngine: z.enum(OCR_ENGINES).register(ABOUT, {
      en: 'what recognizes them: the engine that comes along, PP-OCR where you have added it, or both by vote; auto: both where PP-OCR is there',
      zh: '用什么识别：自带引擎、另行安装的 PP-OCR，或两者互相核对；auto：装了 PP-OCR 即两者并用',
    }),
    maxRecognizedPages: z.number().int().positive().register(ABOUT, {
      en: 'pages of one document that are recognized at most',
      zh: '一份文件最多识别的页数',
    }),
    maxCpuSeconds: z.number().int().min(1).max(DAY_SECONDS).register(ABOUT, {
      en: 'seconds of processor time that one document may take, counted anew with every page that is recognized',
      zh: '一份文件最多占用处理器的秒数；每识别一页重新计算',
    }),
    maxStageSeconds: z.number().int().min(1).max(DAY_SECONDS).register(ABOUT, {
      en: 'seconds that one stage of one document may take, beside the limit for the document',
      zh: '一份文件在单个阶段最多用时（秒），与整份文件的时限并用',
    }),
    maxMemoryBytes: z.number().int().min(LEAST_MEMORY).max(MOST_MEMORY).register(ABOUT, {
      en: 'resident memory that the worker of one document may take',
      zh: '处理一份文件的进程最多占用的内存',
    }),
    maxTables: z.number().int().min(1).max(1_000_000).register(ABOUT, {
      en: 'tables that are kept of one document',
      zh: '一份文件最多保留的表格数',
    }),
    maxCells: z.number().int().min(1).max(100_000_000).register(ABOUT, {
      en: 'cells that are kept of one document',
      zh: '一份文件最多保留的单元格数',
    }),
    maxFacts: z.number().int().min(1).max(100_000_000).register(ABOUT, {
      en: 'figures that are kept of one document; with more of them it is not checked',
      zh: '一份文件最多保留的数字；超过时不再核对',
    }),
    maxFindings: z.number().int().min(1).max(1_000_000).register(ABOUT, {
      en: 'findings that are kept of one document',
      zh: '一份文件最多保留的核对结果数',
    }),
    maxRecordBytes: z.number().int().min(1024).max(2_000_000_000).register(ABOUT, {
      en: 'size of all that was read of one document, as it goes to the database',
      zh: '一份文件读取结果的总大小（写入数据库之前）',
    }),
    maxNesting: z.number().int().min(1).max(100_000).register(ABOUT, {
      en: 'levels of forms and saved states inside each other on one page of a PDF',
      zh: 'PDF 单页中表单与图形状态的最多嵌套层数',
    }),
  })
  .readonly();
export type Config = z.infer<typeof Config>;

export const DEFAULT_CONFIG: Config = {
  maxFileBytes: 64 * MEBIBYTE,
  maxLineBytes: MEBIBYTE,
  maxPages: 5000,
  ocr: 'auto',
  ocrEngine: 'auto',
  maxRecognizedPages: 500,
  maxCpuSeconds: 120,
  maxStageSeconds: DAY_SECONDS,
  maxMemoryBytes: 3072 * MEBIBYTE,
  maxTables: 10_000,
  maxCells: 1_000_000,
  maxFacts: 1_000_000,
  maxFindings: 100_000,
  maxRecordBytes: 512 * MEBIBYTE,
  maxNesting: 1000,
};

/** Limits on what a machine may spend: what was finished under one of them is the same under another. */
export const EFFORT_LIMITS = ['maxCpuSeconds', 'maxStageSeconds', 'maxMemoryBytes'] as const;
