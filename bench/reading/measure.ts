import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Prints one row of a Markdown table. */
export const row = (cells: readonly (string | number)[]): void => {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
};

/** The PDFs of a folder by name, or the one that the path names. */
export const pdfsOf = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.toLowerCase().endsWith('.pdf'))
        .toSorted()
        .map((name) => join(path, name))
    : [path];

/** CPU milliseconds of this whole process, helper threads of the engine included, in all or since a mark. */
export const cpu = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/** The least of some measurements: what is more than that is what else the machine did. */
export const least = (all: readonly number[]): number => Math.min(...all);
