import type { Rule } from '../../rule.ts';

const both = (a: string, b: string): string => (a.includes(b) ? a : `${a} ${b}`);

function merge(a: Rule, b: Rule): Rule {
  return {
    code: a.code,
    title: a.title,
    explanation: {
      en: both(a.explanation.en, b.explanation.en),
      zh: both(a.explanation.zh, b.explanation.zh),
    },
    severity: a.severity,
    fires: [...a.fires, ...b.fires],
    quiet: [...a.quiet, ...b.quiet],
    statements: (reading) => [...(a.statements?.(reading) ?? []), ...(b.statements?.(reading) ?? [])],
    remarks: (reading) => [...(a.remarks?.(reading) ?? []), ...(b.remarks?.(reading) ?? [])],
  };
}

/** Rules that speak of one code in prose and in tables become one rule, at the place of the first. */
export function mergeRules(rules: readonly Rule[]): readonly Rule[] {
  const merged = new Map<string, Rule>();
  for (const rule of rules) {
    const known = merged.get(rule.code);
    merged.set(rule.code, known === undefined ? rule : merge(known, rule));
  }
  return [...merged.values()];
}
