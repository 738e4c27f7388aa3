import { resolve } from 'node:path';
import { type Found, findFiles, missingPaths } from './paths.ts';

const NUL = '\u0000';
/** So much is looked at for a NUL before a list is taken for one of lines. */
const SNIFFED = 65_536;

const trimmed = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);

/**
 * The paths of a list as they come in, separated by NUL or else by line ends; empty ones are left out. Whether there is a
 * NUL is seen from the beginning, for a name may have a line end in it and none has a NUL.
 * @param nul the list is separated by NUL, whatever its beginning looks like
 */
export async function* listedPaths(
  chunks: AsyncIterable<Uint8Array>,
  nul = false,
): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = '';
  let separator: string | null = nul ? NUL : null;
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    if (separator === null) {
      if (rest.includes(NUL)) separator = NUL;
      else if (rest.length >= SNIFFED) separator = '\n';
      else continue;
    }
    const parts = rest.split(separator);
    rest = parts.pop() ?? '';
    for (const part of parts) if (trimmed(part) !== '') yield separator === NUL ? part : trimmed(part);
  }
  rest += decoder.decode();
  const last = separator ?? (rest.includes(NUL) ? NUL : '\n');
  for (const part of rest.split(last)) if (trimmed(part) !== '') yield last === NUL ? part : trimmed(part);
}

/**
 * Every file that a list of paths stands for: files, and folders with what is below them. A listed path at which nothing is
 * comes as a file that cannot be read, for one such line is no reason to leave the others.
 */
export async function* findListed(list: AsyncIterable<string>): AsyncGenerator<Found, void> {
  const seen = new Set<string>();
  for await (const listed of list) {
    const [missing] = await missingPaths([listed]);
    if (missing === undefined) {
      for await (const found of findFiles([listed])) {
        if (seen.has(found.path)) continue;
        seen.add(found.path);
        yield found;
      }
      continue;
    }
    const path = resolve(listed);
    if (seen.has(path)) continue;
    seen.add(path);
    yield { kind: 'refused', path, reason: { code: 'not-found', message: 'there is no such file' } };
  }
}
