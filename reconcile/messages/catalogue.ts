import type { DiagnosisKind } from '../../model/audit.ts';

/** The words of one language. Codes and parameters are data; these only say them. */
export interface Catalogue {
  readonly templates: Readonly<Record<string, string>>;
  readonly causes: Readonly<Record<DiagnosisKind, string>>;
  readonly also: string;
  readonly computed: string;
}

/** Fills `{name}` from the parameters; a missing one stays visible as a dash, never as an empty gap. */
export const fill = (template: string, parameters: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/gu, (_, name: string) => parameters[name] ?? '—');
