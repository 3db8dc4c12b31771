import { describe, expect, it } from 'vitest'
import { createGuessLimit } from '../../main/listener/guess-limit.ts'

function limitAt(startMs: number) {
  let nowMs = startMs
  const limit = createGuessLimit(() => nowMs)
  return {
    moveTo: (ms: number) => {
      nowMs = ms
    },
    allowedOf: (count: number) =>
      Array.from({ length: count }, () => limit.allowOne()).filter(Boolean).length,
  }
}

describe('the limit of wrong proofs', () => {
  it('answers 200 at once, and no more', () => {
    expect(limitAt(0).allowedOf(1_000)).toBe(200)
  })

  it.each([
    ['after half a second', 500, 0],
    ['after a second', 1_000, 1],
    ['after a minute', 60_000, 60],
    ['after a day', 86_400_000, 200],
  ])('gives one a second back, up to what it began with: %s', (_, afterMs, expected) => {
    const { moveTo, allowedOf } = limitAt(5)
    allowedOf(200)
    moveTo(5 + afterMs)
    expect(allowedOf(1_000)).toBe(expected)
  })

  it('gives back the same however often it is asked meanwhile', () => {
    const { moveTo, allowedOf } = limitAt(0)
    allowedOf(200)
    let allowed = 0
    for (let ms = 0; ms <= 60_000; ms += 60) {
      moveTo(ms)
      allowed += allowedOf(1)
    }
    expect(allowed).toBeGreaterThanOrEqual(59)
    expect(allowed).toBeLessThanOrEqual(60)
  })

  it('gives nothing back by a clock that goes backwards, and goes on from there', () => {
    const { moveTo, allowedOf } = limitAt(10_000)
    allowedOf(200)
    moveTo(0)
    expect(allowedOf(1)).toBe(0)
    moveTo(1_000)
    expect(allowedOf(2)).toBe(1)
  })
})
