import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generated } from '../tools/generated.ts';

describe('generated files', () => {
  it.each(generated().map(({ path, content }) => [path, content] as const))(
    '%s is in step with the code (npm run docs)',
    (path, content) => {
      expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(content);
    },
  );
});
