import type { PixelBox, Raster } from '../../../model/raster.ts';

/** White pixels about every piece, as a part of an inch. */
const MARGIN = 0.06;

/** The ink inside a part of a page in black and white, as a box; `null` where there is none. */
export function inkBox({ width, data }: Raster, part: PixelBox): PixelBox | null {
  let [left, top, right, bottom] = [part.right, part.bottom, part.left, part.top];
  for (let y = part.top; y < part.bottom; y += 1)
    for (let x = part.left; x < part.right; x += 1) {
      if (data[y * width + x] !== 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  return right > left ? { left, top, right, bottom } : null;
}

/** Pieces of a page one below the other on white, and where each came to stand. */
export interface Mosaic {
  readonly image: Raster;
  readonly slots: readonly PixelBox[];
}

export function mosaicOf({ width, data, dpi }: Raster, pieces: readonly PixelBox[]): Mosaic {
  const margin = Math.ceil(MARGIN * dpi);
  const slots: PixelBox[] = [];
  let [bottom, right] = [margin, 0];
  for (const piece of pieces) {
    const [wide, high] = [piece.right - piece.left, piece.bottom - piece.top];
    slots.push({ left: margin, top: bottom, right: margin + wide, bottom: bottom + high });
    bottom += high + margin;
    right = Math.max(right, wide);
  }
  const size = { width: right + 2 * margin, height: bottom };
  const image = new Uint8Array(size.width * size.height).fill(255);
  for (const [index, piece] of pieces.entries()) {
    const slot = slots[index];
    if (slot === undefined) continue;
    for (let y = 0; y < piece.bottom - piece.top; y += 1) {
      const from = (piece.top + y) * width;
      image.set(
        data.subarray(from + piece.left, from + piece.right),
        (slot.top + y) * size.width + slot.left,
      );
    }
  }
  return { image: { ...size, data: image, dpi }, slots };
}

/** A part of a page as an image of its own. */
export function cutOut({ width, data, dpi }: Raster, { left, top, right, bottom }: PixelBox): Raster {
  const [wide, high] = [right - left, bottom - top];
  const cut = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1) {
    const from = (top + y) * width;
    cut.set(data.subarray(from + left, from + right), y * wide);
  }
  return { width: wide, height: high, data: cut, dpi };
}
