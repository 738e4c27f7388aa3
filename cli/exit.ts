import { SEVERITIES, type Severity } from '../model/audit.ts';

/** How a command ends; scripts rely on these. */
export const EXIT = {
  /** Nothing at or above what `--fail-on` says. */
  clean: 0,
  findings: 1,
  /** A document could not be processed, or the database could not be used. */
  failed: 2,
  /** An unknown option, a path that does not exist: found before any work. */
  usage: 64,
  /** Stopped by a signal; its number is added, as shells do it: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
  signalled: 128,
} as const;

/** Wrong usage, told in one sentence; ends the command with 64. */
export class UsageError extends Error {}

/** The severity from which on findings end a command with 1. */
export type FailOn = Severity | 'never';

export const reaches = (severity: Severity, threshold: FailOn): boolean =>
  threshold !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(threshold);
