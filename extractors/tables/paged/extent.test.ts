import { expect, test } from 'vitest';
import { greatest, least } from './extent.ts';

test('the extent of more numbers than a call has room for', () => {
  const many = Array.from({ length: 500_000 }, (_, i) => i);
  expect([least(many), greatest(many), least([]), greatest([])]).toEqual([0, 499_999, Infinity, -Infinity]);
});
