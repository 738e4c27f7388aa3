import { fail } from '../../../model/status.ts';
import type { Format } from '../../format.ts';

export const pdfFormat: Format = {
  id: 'pdf',
  version: 1,
  mediaType: 'application/pdf',
  score: () => 0,
  read: async () => fail('unknown-format', 'PDFs are not read yet'),
};
