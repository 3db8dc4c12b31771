import { type Bitmap, emptyBitmap, painted } from './bitmap.ts'
import { red, white } from './colours.ts'
import { countText, pixelText, pixelTextHeight } from './pixel-text.ts'
import { disc } from './shapes.ts'

/** A count as a picture of its own: what Windows lays over the taskbar button. */
export function drawNumber(count: number, size: number): Bitmap {
  const text = pixelText(countText(count))
  const scale = Math.max(1, Math.floor(size / 12))
  const left = Math.floor((size - text.width * scale) / 2)
  const top = Math.floor((size - pixelTextHeight * scale) / 2)
  const body = painted(emptyBitmap(size, size), disc({ x: size / 2, y: size / 2, radius: size / 2 }), red)
  return painted(body, text.at(left, top, scale), white)
}
