import type { TextLine } from '../../../model/document.ts';
import { fail, ok, type Reason, type Result } from '../../../model/status.ts';

export interface Lines {
  readonly lines: readonly TextLine[];
  readonly reasons: readonly Reason[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu;

/**
 * The lines of a text; `\n`, `\r\n` and `\r` end a line, a form feed does not (line numbers are those of an editor).
 * Control characters become spaces, so that columns stay true, and are reported. Fails with 'line-too-long'.
 */
export function splitLines(text: string, maxLineBytes: number): Result<Lines> {
  const parts = text.split(/\r\n|\n|\r/u);
  if (parts.at(-1) === '') parts.pop();
  const lines: TextLine[] = [];
  let first: { readonly line: number; readonly column: number } | null = null;
  let count = 0;
  for (const [index, part] of parts.entries()) {
    const number = index + 1;
    if (part.length * 3 > maxLineBytes && Buffer.byteLength(part) > maxLineBytes)
      return fail('line-too-long', `Line ${number} is longer than ${maxLineBytes} bytes.`, {
        line: number,
        column: 1,
      });
    const at = part.search(CONTROL);
    if (at < 0) {
      lines.push({ number, text: part });
      continue;
    }
    first ??= { line: number, column: at + 1 };
    count += part.match(CONTROLS)?.length ?? 0;
    lines.push({ number, text: part.replace(CONTROLS, ' ') });
  }
  const message = `The text holds ${count} control ${count === 1 ? 'character' : 'characters'}; each was read as a space.`;
  return ok({
    lines,
    reasons: first === null ? [] : [{ code: 'control-characters', message, place: first }],
  });
}
