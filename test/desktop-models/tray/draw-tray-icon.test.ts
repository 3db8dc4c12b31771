import { describe, expect, it } from 'vitest'
import { type Bitmap, type Colour, emptyBitmap, painted } from '../../../main/desktop/drawing/bitmap.ts'
import { amber, red } from '../../../main/desktop/drawing/colours.ts'
import { drawTrayIcon } from '../../../main/desktop/tray/draw-tray-icon.ts'
import type { TrayState } from '../../../main/desktop/tray/tray-state.ts'
import { contrast } from '../../renderer/look/contrast.ts'

const sizes = [16, 22, 24, 32, 44]
const hearing: TrayState = { hearing: 'hearing', doNotDisturb: false, count: 0 }
const statesWith = (counts: number[]): TrayState[] =>
  counts.flatMap((count) => [
    { ...hearing, count },
    { ...hearing, hearing: 'quiet', count },
    { ...hearing, hearing: 'deaf', count },
    { ...hearing, hearing: 'off', count },
    { ...hearing, doNotDisturb: true, count },
  ])
const states = statesWith([0, 8, 10])

const blue = { red: 0x4a, green: 0x86, blue: 0xe8 }
/** A slanting bar, from one corner to another. */
const baseOf = (size: number) => painted(emptyBitmap(size, size), (x, y) => Math.abs(x - y) < size / 6, blue)
const drawn = (size: number, state: TrayState, isTemplate = false) =>
  drawTrayIcon({ base: baseOf(size), state, isTemplate })
const pixelAt = ({ width, pixels }: Bitmap, x: number, y: number) => [
  ...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
]

describe.each(sizes)('the tray’s icon of %d pixels', (size) => {
  it('is the shape alone while calls are heard and nobody waits', () => {
    expect(drawn(size, hearing)).toEqual(baseOf(size))
  })

  it.each([false, true])('is another one in each state (template: %s)', (isTemplate) => {
    const all = [
      ...statesWith([0, 2, 10]),
      ...[1, 3, 4, 5, 6, 7, 8, 9].map((count) => ({ ...hearing, count })),
    ]
    const pictures = all.map((state) => String(drawn(size, state, isTemplate).pixels))
    expect(new Set(pictures).size).toBe(all.length)
  })

  it('keeps its size, what is see-through, and the left of the shape', () => {
    for (const state of states) {
      const icon = drawn(size, state)
      expect([icon.width, icon.height, icon.pixels.length]).toEqual([size, size, size * size * 4])
      for (const [x, y] of [
        [0, size - 1],
        [0, Math.floor(size / 2)],
        [Math.floor(size / 5), Math.floor(size / 5)],
      ] as const) {
        expect(pixelAt(icon, x, y)).toEqual(pixelAt(baseOf(size), x, y))
      }
    }
  })

  it('has no colour that is stronger than its alpha', () => {
    for (const state of states) {
      const { pixels } = drawn(size, state)
      expect(pixels.every((value, at) => value <= (pixels[at - (at % 4) + 3] ?? 0))).toBe(true)
    }
  })

  it('has one colour where the system gives it one', () => {
    const black = painted(emptyBitmap(size, size), (x, y) => Math.abs(x - y) < size / 6, {
      red: 0,
      green: 0,
      blue: 0,
    })
    for (const state of states) {
      const { pixels } = drawTrayIcon({ base: black, state, isTemplate: true })
      expect(pixels.every((value, at) => at % 4 === 3 || value === 0)).toBe(true)
    }
  })
})

describe('the tray’s icon', () => {
  it('says 9+ of ten and of a thousand', () => {
    expect(drawn(22, { ...hearing, count: 10 })).toEqual(drawn(22, { ...hearing, count: 1_000 }))
  })

  it.each<[string, Partial<TrayState>, number]>([
    ['the dot at the bottom', { hearing: 'deaf' }, 21],
    ['the number at the top', { count: 4 }, 0],
  ])('keeps %s apart from the shape by a gap', (_name, change, row) => {
    const base = painted(emptyBitmap(22, 22), () => true, blue)
    const icon = drawTrayIcon({ base, state: { ...hearing, ...change }, isTemplate: true })
    const line = Array.from({ length: 22 }, (_, x) => ((pixelAt(icon, x, row)[3] ?? 0) > 100 ? '#' : '.'))
    expect(line.join('')).toMatch(/^#{9,}\.+#/)
  })

  it.each(['quiet', 'deaf', 'off'] as const)('has no red while it is %s: red is for who waits', (state) => {
    const { pixels } = drawTrayIcon({
      base: emptyBitmap(22, 22),
      state: { ...hearing, hearing: state },
      isTemplate: false,
    })
    const strong = Array.from({ length: 22 * 22 }, (_, at) => [...pixels.subarray(at * 4, at * 4 + 4)])
    expect(strong).not.toContainEqual([red.blue, red.green, red.red, 0xff])
  })

  it('has an amber that is seen on a light and on a dark panel, and white on it', () => {
    const hex = ({ red, green, blue }: Colour) =>
      `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`
    for (const other of ['#ffffff', '#f2f2f2', '#1b1e23', '#2b2b2b'])
      expect(contrast(hex(amber), other)).toBeGreaterThanOrEqual(3)
  })

  it('shows that nothing is kept before it shows do not disturb', () => {
    const deaf: TrayState = { ...hearing, hearing: 'deaf' }
    expect(drawn(22, { ...deaf, doNotDisturb: true })).toEqual(drawn(22, deaf))
  })
})
