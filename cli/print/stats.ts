import { csvLines } from '../../db/export/csv.ts';
import type { StatsReport } from '../../model/stats-report.ts';
import type { Context } from '../context.ts';
import { inColumns } from './columns.ts';

const MEBIBYTE = 1024 * 1024;
const DECIMALS = 1;

const fixed = (value: number): string => value.toFixed(DECIMALS);
const seconds = (milliseconds: number | null): string =>
  milliseconds === null ? '' : fixed(milliseconds / 1000);
const megabytes = (bytes: number | null): string => (bytes === null ? '' : fixed(bytes / MEBIBYTE));

/** Statistics as people read them. */
export function statsText(report: StatsReport, { messages, colors }: Context): string {
  const words = messages.stats;
  const { documents, pages, bytes, pagesASecond, lastRun, stages, slowest, failures } = report;
  const lines = [words.documents({ ...documents, pages, megabytes: megabytes(bytes) })];
  if (pagesASecond !== null) lines.push(words.pace(fixed(pagesASecond)));
  if (lastRun !== null) {
    const rate = lastRun.seconds > 0 ? lastRun.pages / lastRun.seconds : 0;
    lines.push(words.lastRun(lastRun.documents, fixed(lastRun.seconds), fixed(rate)));
  }
  const text = lines.map((line) => `${line}\n`).join('');
  if (stages.length === 0) return `${text}${words.none}\n`;
  const staged = stages.map((row) => [
    row.stage,
    String(row.documents),
    seconds(row.wallMs),
    `${fixed(row.share * 100)}%`,
    seconds(row.cpuMs),
    fixed(row.p50Ms),
    fixed(row.p95Ms),
    fixed(row.maxMs),
    megabytes(row.peakBytes),
  ]);
  const slow = slowest.map((row) => [row.document, `${seconds(row.wallMs)} s`, row.stage, `${row.pages}`]);
  const failed = failures.map(({ code, stage, limit, ...counts }) => [
    [code, limit ?? '', stage ?? ''].filter((part) => part !== '').join(' · '),
    String(counts.failed + counts.files),
    String(counts.partial),
  ]);
  const section = (title: string, rows: readonly (readonly string[])[]): string =>
    rows.length === 0 ? '' : `\n${colors.bold(title)}\n${inColumns(rows)}`;
  return [
    text,
    section(words.stages, [words.stageColumns, ...staged]),
    section(words.slowest, slow),
    section(words.failures, failed.length === 0 ? [] : [['', messages.failed, messages.partial], ...failed]),
  ].join('');
}

/** The same as rows of four: what it is about, its name, what is measured, and the value. */
export function statsCsv(report: StatsReport): string {
  const { documents, pages, bytes, pagesASecond, lastRun } = report;
  const rows: (readonly (string | number | null)[])[] = [];
  const add = (about: string, name: string, measures: Readonly<Record<string, string | number | null>>) => {
    for (const [measure, value] of Object.entries(measures)) rows.push([about, name, measure, value]);
  };
  add('all', '', { ...documents, pages, bytes, pagesASecond });
  if (lastRun !== null) add('lastRun', '', lastRun);
  for (const { stage, ...measures } of report.stages) add('stage', stage, measures);
  for (const { document, ...measures } of report.slowest) add('document', document, measures);
  for (const { code, stage, limit, ...measures } of report.failures)
    add('reason', [code, stage ?? '', limit ?? ''].join('/').replace(/\/+$/u, ''), measures);
  return csvLines([['about', 'name', 'measure', 'value'], ...rows]);
}
