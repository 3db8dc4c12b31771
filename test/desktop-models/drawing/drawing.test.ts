import { describe, expect, it } from 'vitest'
import { type Bitmap, emptyBitmap, erased, painted } from '../../../main/desktop/drawing/bitmap.ts'
import { drawNumber } from '../../../main/desktop/drawing/draw-number.ts'
import { countText, pixelText, pixelTextHeight } from '../../../main/desktop/drawing/pixel-text.ts'

const everywhere = () => true
const red = { red: 200, green: 10, blue: 0 }
const pixelAt = ({ width, pixels }: Bitmap, x: number, y: number) => [
  ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]

describe('drawing', () => {
  it('lays a colour over what is there, blue first, and half of it where half is covered', () => {
    const half = painted(emptyBitmap(2, 1), (x) => x < 0.5, red)
    expect(pixelAt(half, 0, 0)).toEqual([0, 5, 100, 128])
    expect(pixelAt(half, 1, 0)).toEqual([0, 0, 0, 0])
  })

  it('makes holes, and leaves the picture that it was given alone', () => {
    const full = painted(emptyBitmap(2, 1), everywhere, red)
    const hole = erased(full, (x) => x < 1)
    expect([pixelAt(hole, 0, 0), pixelAt(hole, 1, 0)]).toEqual([
      [0, 0, 0, 0],
      [0, 10, 200, 255],
    ])
    expect(pixelAt(full, 0, 0)).toEqual([0, 10, 200, 255])
  })

  it('writes digits in dots', () => {
    const { width, at } = pixelText('1')
    const ink = at(0, 0, 1)
    const lines = Array.from({ length: pixelTextHeight }, (_, y) =>
      Array.from({ length: width }, (_, x) => (ink(x + 0.5, y + 0.5) ? '#' : '.')).join(''),
    )
    expect(lines.join('\n')).toBe('..#.\n.##.\n..#.\n..#.\n..#.\n..#.\n.###')
  })

  it.each([
    [1, '1'],
    [9, '9'],
    [10, '9+'],
    [120, '9+'],
  ])('counts %d as %s', (count, text) => {
    expect(countText(count)).toBe(text)
  })

  it.each([16, 32])('gives each number a picture of its own, round and of %d pixels', (size) => {
    const pictures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((count) => drawNumber(count, size))
    expect(new Set(pictures.map(({ pixels }) => String(pixels))).size).toBe(10)
    for (const picture of pictures) {
      expect([picture.width, picture.height]).toEqual([size, size])
      expect(pixelAt(picture, 0, 0)).toEqual([0, 0, 0, 0])
    }
  })
})
