import { describe, expect, it } from 'vitest'
import { createBadgeMemory } from '../../main/alerts/badge-memory.ts'

describe('the number on the taskbar', () => {
  it('is told once while it stays the same', () => {
    const isNews = createBadgeMemory()
    const button = {}
    expect([0, 2, 2, 3, 0, 0].map((count) => isNews(count, button))).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ])
  })

  it('is told again to a button that is made anew', () => {
    const isNews = createBadgeMemory()
    expect(isNews(2, {})).toBe(true)
    expect(isNews(2, {})).toBe(true)
    expect(isNews(0, {})).toBe(false)
  })
})
