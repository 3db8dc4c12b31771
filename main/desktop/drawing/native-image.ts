import { type NativeImage, nativeImage } from 'electron'
import type { Bitmap } from './bitmap.ts'

/** One picture in several sizes; the first is for screens of one pixel a point. */
export function toNativeImage(bitmaps: Bitmap[]): NativeImage {
  const image = nativeImage.createEmpty()
  const points = bitmaps[0]?.width ?? 1
  for (const { width, height, pixels } of bitmaps) {
    image.addRepresentation({ width, height, scaleFactor: width / points, buffer: Buffer.from(pixels) })
  }
  return image
}
