import type { Shape } from './bitmap.ts'

/** Digits for the smallest icons, where a font's own would be a smear. */
const glyphs: Record<string, string[]> = {
  '1': ['..#.', '.##.', '..#.', '..#.', '..#.', '..#.', '.###'],
  '2': ['.##.', '#..#', '...#', '..#.', '.#..', '#...', '####'],
  '3': ['###.', '...#', '...#', '.##.', '...#', '...#', '###.'],
  '4': ['..#.', '.##.', '.##.', '#.#.', '####', '..#.', '..#.'],
  '5': ['####', '#...', '###.', '...#', '...#', '#..#', '.##.'],
  '6': ['.##.', '#...', '#...', '###.', '#..#', '#..#', '.##.'],
  '7': ['####', '...#', '..#.', '..#.', '.#..', '.#..', '.#..'],
  '8': ['.##.', '#..#', '#..#', '.##.', '#..#', '#..#', '.##.'],
  '9': ['.##.', '#..#', '#..#', '.###', '...#', '...#', '.##.'],
  '+': ['...', '...', '.#.', '###', '.#.', '...', '...'],
}
const gap = '.'

export const pixelTextHeight = 7

export interface PixelText {
  /** Without scale. */
  width: number
  /** The ink of the text, its top left corner there, every dot of it so many pixels wide and high. */
  at(left: number, top: number, scale: number): Shape
}

export function pixelText(text: string): PixelText {
  const letters = [...text].map((letter) => glyphs[letter] ?? [])
  const lines = Array.from({ length: pixelTextHeight }, (_, line) =>
    letters.map((letter) => letter[line] ?? '').join(gap),
  )
  return {
    width: lines[0]?.length ?? 0,
    at: (left, top, scale) => (x, y) =>
      lines[Math.floor((y - top) / scale)]?.[Math.floor((x - left) / scale)] === '#',
  }
}

/** `1` to `9`, then `9+`: what fits. */
export function countText(count: number): string {
  return count > 9 ? '9+' : String(count)
}
