/** Four bytes a pixel, premultiplied, in the order in which Electron has them on every desktop: blue, green, red, alpha. */
export interface Bitmap {
  width: number
  height: number
  pixels: Uint8Array
}

export interface Colour {
  red: number
  green: number
  blue: number
}

/** Whether a point is inside; in pixels from the top left corner. */
export type Shape = (x: number, y: number) => boolean

export function emptyBitmap(width: number, height: number): Bitmap {
  return { width, height, pixels: new Uint8Array(width * height * 4) }
}

/** The bitmap with a shape laid over it, its edge smooth. */
export function painted(bitmap: Bitmap, shape: Shape, { red, green, blue }: Colour): Bitmap {
  return covered(bitmap, shape, [blue, green, red, 255])
}

/** The bitmap with a hole in that shape. */
export function erased(bitmap: Bitmap, shape: Shape): Bitmap {
  return covered(bitmap, shape, [0, 0, 0, 0])
}

function covered({ width, height, pixels }: Bitmap, shape: Shape, cover: number[]): Bitmap {
  const result = Uint8Array.from(pixels)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const part = partInside(shape, pixel % width, Math.floor(pixel / width))
    if (part === 0) continue
    cover.forEach((value, channel) => {
      const at = pixel * 4 + channel
      result[at] = Math.round(value * part + (pixels[at] ?? 0) * (1 - part))
    })
  }
  return { width, height, pixels: result }
}

const samples = [1 / 8, 3 / 8, 5 / 8, 7 / 8]

/** How much of a pixel a shape covers, 0 to 1. */
function partInside(shape: Shape, x: number, y: number): number {
  let inside = 0
  for (const down of samples) for (const right of samples) if (shape(x + right, y + down)) inside += 1
  return inside / samples.length ** 2
}
