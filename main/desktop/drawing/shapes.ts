import type { Shape } from './bitmap.ts'

export interface Disc {
  x: number
  y: number
  radius: number
}

export function disc({ x, y, radius }: Disc): Shape {
  return (atX, atY) => Math.hypot(atX - x, atY - y) <= radius
}

/** A line with round ends. */
export function stroke(from: [x: number, y: number], to: [x: number, y: number], width: number): Shape {
  const [fromX, fromY] = from
  const [alongX, alongY] = [to[0] - fromX, to[1] - fromY]
  const square = alongX ** 2 + alongY ** 2
  return (x, y) => {
    const part = square === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / square
    const on = Math.min(Math.max(part, 0), 1)
    return Math.hypot(x - fromX - on * alongX, y - fromY - on * alongY) <= width / 2
  }
}

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** A box with corners as round as they can be. */
export function pill({ left, top, width, height }: Box): Shape {
  const radius = Math.min(width, height) / 2
  return stroke([left + radius, top + radius], [left + width - radius, top + height - radius], 2 * radius)
}

/** The same box, wider on every side. */
export function grown({ left, top, width, height }: Box, by: number): Box {
  return { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by }
}
