import { fail, ok } from '../../../model/status.ts';
import type { Format } from '../../format.ts';
import { opensAsXml } from '../unread.ts';
import { decodeText } from './decode.ts';
import { splitLines } from './lines.ts';
import { opensBinary } from './sniff.ts';

const mediaType = 'text/plain';

/** Plain text in UTF-8, UTF-16 or a Chinese encoding: one page of lines, exactly as they stand in the file. */
export const textFormat: Format = {
  id: 'text',
  version: 2,
  mediaType,
  score: (source) => (opensBinary(source.bytes) || opensAsXml(source.bytes) ? 0 : 0.5),
  read: async (source, options) => {
    const decoded = decodeText(source.bytes);
    if (!decoded.ok) return decoded;
    if (decoded.value.text.trim() === '') return fail('empty', 'The file holds no text.');
    const split = splitLines(decoded.value.text, options.maxLineBytes);
    if (!split.ok) return split;
    const { lines, reasons } = split.value;
    return ok({
      source: { name: source.name, sha256: source.sha256, mediaType, pages: 1 },
      status: reasons.length > 0 ? 'partial' : 'ok',
      reasons,
      pages: [{ kind: 'lines', number: 1, lines }],
    });
  },
};
