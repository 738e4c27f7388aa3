import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LINK_RULES } from '../reconcile/link/registry.ts';
import { RULES } from '../reconcile/rules/registry.ts';
import { generated } from '../tools/generated.ts';
import { codesOf, FAMILIES } from '../tools/rule-families.ts';

const file = (path: string): URL => new URL(`../${path}`, import.meta.url);

describe('generated files', () => {
  it.each(generated().map(({ path, content }) => [path, content] as const))(
    '%s is in step with the code (npm run docs)',
    (path, content) => {
      expect(readFileSync(file(path), 'utf8')).toBe(content);
    },
  );
});

describe('the pages of the rules', () => {
  const index = readFileSync(file('docs/rules/README.md'), 'utf8');
  const codes = FAMILIES.flatMap(codesOf);

  it('are those of the families and nothing else', () =>
    expect(readdirSync(file('docs/rules/')).sort()).toEqual(
      ['README.md', ...FAMILIES.map(({ digits }) => `${digits}.md`)].sort(),
    ));
  it('have every rule that is checked in the catalogue', () =>
    expect(codes).toEqual(expect.arrayContaining([...RULES, ...LINK_RULES].map(({ code }) => code))));
  it.each(codes)('list %s with its state', (code) =>
    expect(index.split('\n').find((line) => line.includes(code) && line.startsWith('| '))).toMatch(
      /(?:in one document|across documents|not checked) · .+ \|$/u,
    ),
  );
  it.each(FAMILIES)('explain every rule of $digits in both languages', (family) => {
    const page = readFileSync(file(`docs/rules/${family.digits}.md`), 'utf8');
    for (const code of codesOf(family)) expect(page).toContain(`## ${code}`);
    for (const { code, explanation } of [...RULES, ...LINK_RULES])
      if (code.startsWith(`R-${family.digits}-`))
        expect([page.includes(explanation.en), page.includes(explanation.zh)]).toEqual([true, true]);
  });
});
