import { describe, expect, it } from 'vitest';
import type { RuleInfo } from '../model/rule.ts';

interface Exemplified extends RuleInfo {
  readonly fires: readonly unknown[];
  readonly quiet: readonly unknown[];
}

/** What holds of every rule of a registry, and the tests that run one rule's examples. */
export function describeRules<R extends Exemplified>(
  name: string,
  rules: readonly R[],
  examplesOf: (rule: R) => void,
): void {
  describe(name, () => {
    it('have one code each', () => {
      const codes = rules.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    });
    describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
      it('says in both languages what it means', () => {
        for (const words of [rule.title.en, rule.title.zh, rule.explanation.en, rule.explanation.zh])
          expect(words.length).toBeGreaterThan(1);
      });
      it('has examples of both kinds', () => {
        expect(rule.fires.length).toBeGreaterThan(0);
        expect(rule.quiet.length).toBeGreaterThan(0);
      });
      examplesOf(rule);
    });
  });
}
