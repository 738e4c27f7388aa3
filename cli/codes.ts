/** A code matches itself and, as a family, every code below it: R-10 matches R-10-03. */
export const matchesCode = (code: string, wanted: string): boolean =>
  code === wanted || code.startsWith(`${wanted}-`);

export interface CodeFilter {
  readonly rule: readonly string[];
  readonly ignore: readonly string[];
}

/** Whether a finding of this code is shown: named by `rule` where that says anything, and not by `ignore`. */
export const isShown = (code: string, { rule, ignore }: CodeFilter): boolean =>
  (rule.length === 0 || rule.some((wanted) => matchesCode(code, wanted))) &&
  !ignore.some((unwanted) => matchesCode(code, unwanted));
