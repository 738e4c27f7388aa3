import sharp from 'sharp';
import type { Raster } from '../../../model/raster.ts';

/** The raster as a PNG with its resolution; lightly packed, for it is only passed on. */
export const pngOf = ({ width, height, data, dpi }: Raster): Promise<Uint8Array> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .withMetadata({ density: dpi })
    .png({ compressionLevel: 1 })
    .toBuffer();
