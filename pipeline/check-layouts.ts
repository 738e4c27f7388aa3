import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Config } from '../model/config.ts';
import type { Result } from '../model/status.ts';
import type { Checked, CheckOptions } from './check.ts';
import { failedReport, unreadSource } from './failed.ts';
import { fileReason } from './identify.ts';
import { layoutsFrom } from './layout-input.ts';
import { examineLayout, reportOf } from './process.ts';

async function readText(path: string, { maxFileBytes }: Config): Promise<Result<string>> {
  try {
    const bytes = await readFile(path);
    if (bytes.byteLength > maxFileBytes)
      return {
        ok: false,
        reason: { code: 'too-large', message: `the file has more than ${maxFileBytes} bytes` },
      };
    return { ok: true, value: bytes.toString('utf8') };
  } catch (error) {
    return { ok: false, reason: fileReason(error) };
  }
}

/** Checks the layouts in JSON files: what `extract` printed, or another tool in the same form. */
export async function* checkLayouts(
  paths: readonly string[],
  options: CheckOptions,
): AsyncGenerator<Checked> {
  for (const path of paths) {
    const text = await readText(path, options.config);
    const layouts = text.ok ? layoutsFrom(text.value) : [text];
    for (const layout of layouts) {
      if (!layout.ok) {
        yield { path, report: failedReport(unreadSource(basename(path)), [layout.reason]) };
        continue;
      }
      const examination = await examineLayout(layout.value, options.config);
      yield { path, report: reportOf(examination, options.language) };
    }
  }
}
