import { expect, it } from 'vitest';
import { isMisreading } from './misreading.ts';

it('takes a few confused, lost or invented characters for a misreading, and no more', () => {
  expect(isMisreading('258012.00', '258612.00')).toBe(true);
  expect(isMisreading('99.73', '-99.73')).toBe(true);
  expect(isMisreading('34.46', '3.46')).toBe(true);
  expect(isMisreading('1,234.50', '1234.50')).toBe(false);
  expect(isMisreading('553.46', '100.00')).toBe(false);
  expect(isMisreading('12', '85')).toBe(false);
  expect(isMisreading('2507.41', '2570.41')).toBe(true);
});

it('does not believe that two passes confuse the same two characters', () => {
  expect(isMisreading('2507.41', '2570.41', true)).toBe(false);
  expect(isMisreading('258012.00', '258612.00', true)).toBe(true);
});
