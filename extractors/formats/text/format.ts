import { fail } from '../../../model/status.ts';
import type { Format } from '../../format.ts';

export const textFormat: Format = {
  id: 'text',
  version: 1,
  mediaType: 'text/plain',
  score: () => 0.1,
  read: async () => fail('unknown-format', 'text reports are not read yet'),
};
