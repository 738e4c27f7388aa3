import type { Finding } from '../../model/audit.ts';
import type { Language } from '../reconcile.ts';

/** The one-line message of a finding in the language asked for. */
export function renderFinding(finding: Finding, _language: Language): string {
  return finding.template;
}

/** The arithmetic of a finding in one line ("12.32 ÷ 18.52 = 66.52%, stated 66.25%"), or null where there is none. */
export function renderArithmetic(_finding: Finding, _language: Language): string | null {
  return null;
}

/** The likely cause of a finding in one line, or null where none is known. */
export function renderCause(_finding: Finding, _language: Language): string | null {
  return null;
}
