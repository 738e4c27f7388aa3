import { z } from 'zod';

/** `[x0, y0, x1, y1]` from the page's top left: PDF points, or pixels for images. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly();
export type Box = z.infer<typeof Box>;

/** Where a character run stands in text input. Lines and columns start at 1. */
export const LinePlace = z
  .object({ line: z.number().int().min(1), column: z.number().int().min(1) })
  .readonly();
export type LinePlace = z.infer<typeof LinePlace>;

/** Where a figure, cell or sentence stands in paged input. Pages start at 1. */
export const PagePlace = z.object({ page: z.number().int().min(1), box: Box }).readonly();
export type PagePlace = z.infer<typeof PagePlace>;

export const SheetPlace = z.object({ sheet: z.string(), cell: z.string() }).readonly();
export type SheetPlace = z.infer<typeof SheetPlace>;

/** The place of anything that was printed: page and box, line and column, or sheet and address. */
export const Place = z.union([LinePlace, PagePlace, SheetPlace]);
export type Place = z.infer<typeof Place>;

/** A place as one short string that identifies it inside its document (for keys, sorting aside). */
export function placeKey(place: Place): string {
  if ('line' in place) return `${place.line}:${place.column}`;
  if ('page' in place) return `p${place.page}@${place.box.map((edge) => edge.toFixed(1)).join(',')}`;
  return `${place.sheet}!${place.cell}`;
}

/** Reading order: by page or line first, then downwards and rightwards. */
export function comparePlaces(a: Place, b: Place): number {
  if ('line' in a && 'line' in b) return a.line - b.line || a.column - b.column;
  if ('page' in a && 'page' in b) return a.page - b.page || a.box[1] - b.box[1] || a.box[0] - b.box[0];
  return placeKey(a) < placeKey(b) ? -1 : 1;
}
