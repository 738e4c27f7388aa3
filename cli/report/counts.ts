import type { Severity } from '../../model/audit.ts';
import type { CheckCounts } from '../messages/messages.ts';
import type { Reported } from './reporter.ts';

export const NO_COUNTS: CheckCounts = {
  severities: { error: 0, warning: 0, info: 0 },
  checked: 0,
  of: 0,
  waived: 0,
  known: 0,
};

/** What is counted of one document; waived findings count as waived only. */
export function countsOf({ report: { findings, coverage }, known }: Reported): CheckCounts {
  const counted = findings.filter(({ waived }) => waived === undefined);
  const number = (severity: Severity) => counted.filter((finding) => finding.severity === severity).length;
  const severities = { error: number('error'), warning: number('warning'), info: number('info') };
  return { severities, ...coverage.statedTotals, waived: findings.length - counted.length, known };
}

export const sum = (a: CheckCounts, b: CheckCounts): CheckCounts => ({
  severities: {
    error: a.severities.error + b.severities.error,
    warning: a.severities.warning + b.severities.warning,
    info: a.severities.info + b.severities.info,
  },
  checked: a.checked + b.checked,
  of: a.of + b.of,
  waived: a.waived + b.waived,
  known: a.known + b.known,
});
