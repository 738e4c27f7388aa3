import type { Place } from '../../model/place.ts';

/** A place as editors and people read it after a file's name: `41:12`, `p9`, `Sheet1!B3`. */
export function placeText(place: Place): string {
  if ('line' in place) return `${place.line}:${place.column}`;
  if ('page' in place) return `p${place.page}`;
  return `${place.sheet}!${place.cell}`;
}
