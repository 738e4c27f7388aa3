/** Why something that was found is not looked at: its name, or where it leads. */
export const PASSED_OVER = ['hidden', 'temporary', 'outside', 'again'] as const;
export type PassedOver = (typeof PASSED_OVER)[number];

/** Locks of Office, what systems leave in folders and archives, and downloads that were not finished. */
const TEMPORARY =
  /^(?:~\$.*|thumbs\.db|ehthumbs\.db|desktop\.ini|__macosx|.*\.(?:tmp|temp|crdownload|part|partial))$/iu;

/** Why a file or folder of this name (without its folder) is passed over, or null where it is not. */
export function passedOver(name: string): PassedOver | null {
  if (TEMPORARY.test(name)) return 'temporary';
  return name.startsWith('.') && name !== '.' && name !== '..' ? 'hidden' : null;
}

/** The topmost part of a path that is passed over, as a path, and why; null where the whole path is wanted. */
export function passedOverPart(path: string): { readonly path: string; readonly why: PassedOver } | null {
  let end = 0;
  for (const part of path.split(/[/\\]/u)) {
    end += part.length;
    const why = passedOver(part);
    if (why !== null) return { path: path.slice(0, end), why };
    end += 1;
  }
  return null;
}
