import { type Bitmap, type Colour, erased, painted, type Shape } from '../drawing/bitmap.ts'
import { amber, black, grey, red, white } from '../drawing/colours.ts'
import { countText, pixelText, pixelTextHeight } from '../drawing/pixel-text.ts'
import { disc, grown, pill, stroke } from '../drawing/shapes.ts'
import type { TrayState } from './tray-state.ts'

export interface TrayIcon {
  /** The shape alone, square. */
  base: Bitmap
  state: TrayState
  /** macOS colours it: only shapes count. */
  isTemplate: boolean
}

/** A mark on the icon: the gap around it keeps it apart from the shape below, its ink is a hole in a template. */
interface Mark {
  gap: Shape
  body: Shape
  ink: Shape
  colour: Colour
}

/** The base with a sign of the state at the bottom right, and how many are to be called back at the top right. */
export function drawTrayIcon({ base, state, isTemplate }: TrayIcon): Bitmap {
  const marks = [stateMark(state, base.width), countMark(state.count, base.width)]
  return marks
    .filter((mark) => mark !== null)
    .reduce((bitmap, { gap, body, ink, colour }) => {
      const below = erased(bitmap, gap)
      return isTemplate
        ? erased(painted(below, body, black), ink)
        : painted(painted(below, body, colour), ink, white)
    }, base)
}

function stateMark({ hearing, doNotDisturb, count }: TrayState, size: number): Mark | null {
  // Beside a number there is less room.
  const radius = Math.round(size * (count > 0 ? 0.37 : 0.5)) / 2
  const [x, y] = [size - radius, size - radius]
  const dot = disc({ x, y, radius })
  const gap = disc({ x, y, radius: radius + size / 16 })
  if (hearing === 'deaf') {
    const reach = radius * 0.5
    const slash = stroke([x - reach, y + reach], [x + reach, y - reach], radius * 0.5)
    return { gap, body: dot, ink: slash, colour: amber }
  }
  if (hearing === 'quiet') {
    const bar = stroke([x, y - radius * 0.5], [x, y + radius * 0.05], radius * 0.4)
    const point = disc({ x, y: y + radius * 0.55, radius: radius * 0.22 })
    return { gap, body: dot, ink: (atX, atY) => bar(atX, atY) || point(atX, atY), colour: amber }
  }
  if (doNotDisturb) {
    const reach = radius * 0.4
    return { gap, body: dot, ink: stroke([x - reach, y], [x + reach, y], radius * 0.45), colour: grey }
  }
  if (hearing === 'off') {
    const hole = disc({ x, y, radius: radius * 0.5 })
    return { gap, body: (atX, atY) => dot(atX, atY) && !hole(atX, atY), ink: nothing, colour: grey }
  }
  return null
}

function countMark(count: number, size: number): Mark | null {
  if (count <= 0) return null
  const text = pixelText(countText(count))
  const scale = Math.max(1, Math.floor(size / 14))
  const margin = Math.max(scale, Math.floor((size / 2 - pixelTextHeight * scale) / 2))
  const aside = count > 9 ? margin : margin + scale
  const width = text.width * scale + 2 * aside
  const box = { left: size - width, top: 0, width, height: pixelTextHeight * scale + 2 * margin }
  const around = pill(grown(box, size / 16))
  return {
    // The base has its waves in that quarter, and scraps of them would be dirt around the number.
    gap: (x, y) => (x >= size / 2 && y <= size / 2) || around(x, y),
    body: pill(box),
    ink: text.at(box.left + aside, margin, scale),
    colour: red,
  }
}

function nothing(): boolean {
  return false
}
