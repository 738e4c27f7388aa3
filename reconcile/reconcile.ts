import type { Audit } from '../model/audit.ts';
import type { Reading } from '../model/reading.ts';

export type Language = 'en' | 'zh';

/** The `reconcile` stage: statements, verdicts, and one finding for one cause. */
export function reconcile(_reading: Reading): Audit {
  return {
    statements: [],
    findings: [],
    coverage: {
      statements: { exact: 0, rounding: 0, improbable: 0, inconsistent: 0, unchecked: 0 },
      statedTotals: { checked: 0, of: 0 },
    },
  };
}
