import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { FindingReport } from '../../model/report.ts';
import { Waiver } from '../../model/waiver.ts';
import type { Context } from '../context.ts';
import { UsageError } from '../exit.ts';
import { requireJson } from '../json-file.ts';

/** The file beside a report in which people say which of its findings they let be, and why. */
export const waiverPath = (report: string): string => `${report}.duizhang.json`;

const Entry = z.strictObject({ key: z.string().min(1), ...Waiver.unwrap().shape }).readonly();

export const WaiverFile = z
  .strictObject({ version: z.literal(1), waivers: z.array(Entry).readonly() })
  .readonly();

/** The waivers of one report by the key of the finding. */
export type Waivers = ReadonlyMap<string, Waiver>;

/** The waivers beside a report, where there are any; a file that cannot be used is wrong usage. */
export function waiversOf(report: string, context: Context): Waivers {
  const path = waiverPath(report);
  if (!existsSync(path)) return new Map();
  const { waivers } = requireJson(path, WaiverFile, context);
  const keys = waivers.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new UsageError(context.messages.usage.twiceWaived(path, twice));
  return new Map(waivers.map(({ key, ...waiver }) => [key, waiver]));
}

/** The findings, those that were let be marked so. */
export const withWaivers = (findings: readonly FindingReport[], waivers: Waivers): readonly FindingReport[] =>
  findings.map((finding) => {
    const waived = waivers.get(finding.key);
    return waived === undefined ? finding : { ...finding, waived };
  });

/** The keys that nothing found has. */
export function unmatched(findings: readonly FindingReport[], waivers: Waivers): readonly string[] {
  const found = new Set(findings.map(({ key }) => key));
  return [...waivers.keys()].filter((key) => !found.has(key));
}
