/** A page image in shades of gray: one byte a pixel, row after row, 0 black and 255 white. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Pixels an inch. */
  readonly dpi: number;
}

/** A page image in colour: red, green and blue of every pixel, row after row. */
export type ColorRaster = Raster;

/** A part of a raster in pixels; `right` and `bottom` are the first column and row outside of it. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
