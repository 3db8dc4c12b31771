import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardBounds, cardWidth, placeOf, usualPlace } from '../../../main/alerts/card/card-place.ts'

const screen = { x: 100, y: 30, width: 1_600, height: 900 }

describe('the place of the card', () => {
  it.each([
    ['win32', { x: 100 + 1_600 - cardWidth - 16, y: 46 }],
    ['darwin', { x: 100 + 1_600 - cardWidth - 16, y: 30 + 900 - 200 - 16 }],
    ['linux', { x: 100 + 1_600 - cardWidth - 16, y: 30 + 900 - 200 - 16 }],
  ] as const)('is where the system has no banners: %s', (platform, corner) => {
    expect(cardBounds(screen, { height: 200, zoom: 1 }, usualPlace(platform))).toEqual({
      ...corner,
      width: cardWidth,
      height: 200,
    })
  })

  it('keeps its corner while the card grows', () => {
    const low = cardBounds(screen, { height: 120, zoom: 1 }, usualPlace('linux'))
    const tall = cardBounds(screen, { height: 400, zoom: 1 }, usualPlace('linux'))
    expect(tall.y + tall.height).toBe(low.y + low.height)
    expect(cardBounds(screen, { height: 120, zoom: 1 }, usualPlace('win32')).y).toBe(
      cardBounds(screen, { height: 400, zoom: 1 }, usualPlace('win32')).y,
    )
  })

  it('fits a screen that is smaller than the card, or far smaller than where it was dragged to', () => {
    const small = { x: 0, y: 0, width: 300, height: 100 }
    expect(cardBounds(small, { height: 400, zoom: 1 }, usualPlace('linux'))).toEqual({ ...small })
    const far = { horizontal: 'left', vertical: 'top', x: 3_000, y: 2_000 } as const
    expect(cardBounds(screen, { height: 200, zoom: 1 }, far)).toMatchObject({
      x: 1_700 - cardWidth,
      y: 930 - 200,
    })
  })

  it('grows with the zoom of its page in both directions, as far as the screen goes', () => {
    expect(cardBounds(screen, { height: 150.5, zoom: 2 }, usualPlace('linux'))).toEqual({
      x: 1_700 - 2 * cardWidth - 16,
      y: 930 - 301 - 16,
      width: 2 * cardWidth,
      height: 301,
    })
    expect(cardBounds(screen, { height: 400, zoom: 5 }, usualPlace('linux'))).toEqual(screen)
  })

  it('is remembered from the nearest corner', () => {
    expect(placeOf({ x: 110, y: 40, width: cardWidth, height: 200 }, screen)).toEqual({
      horizontal: 'left',
      vertical: 'top',
      x: 10,
      y: 10,
    })
    expect(placeOf({ x: 1_320, y: 720, width: cardWidth, height: 200 }, screen)).toEqual({
      horizontal: 'right',
      vertical: 'bottom',
      x: 8,
      y: 10,
    })
  })

  it('is the same again when it is remembered, wherever it was dragged to', () => {
    const anywhere = fc.record({
      x: fc.integer({ min: -500, max: 2_000 }),
      y: fc.integer({ min: -500, max: 2_000 }),
    })
    fc.assert(
      fc.property(anywhere, ({ x, y }) => {
        const bounds = { x, y, width: cardWidth, height: 200 }
        const again = cardBounds(screen, { height: 200, zoom: 1 }, placeOf(bounds, screen))
        expect(again).toEqual({
          ...bounds,
          x: Math.min(Math.max(x, 100), 1_700 - cardWidth),
          y: Math.min(Math.max(y, 30), 730),
        })
      }),
    )
  })
})
