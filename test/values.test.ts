import { describe, expect, it } from 'vitest'
import { isInstant, isObject, isWhole } from '../main/values.ts'

describe('outside values', () => {
  it.each([
    [{}, true],
    [{ a: 1 }, true],
    [[], false],
    [null, false],
    ['{}', false],
    [undefined, false],
  ])('%j is an object: %s', (value, expected) => {
    expect(isObject(value)).toBe(expected)
  })

  it.each([
    [1, true],
    [3, true],
    [0, false],
    [4, false],
    [1.5, false],
    ['2', false],
    [Number.NaN, false],
  ])('%j is whole and from 1 to 3: %s', (value, expected) => {
    expect(isWhole(value, 1, 3)).toBe(expected)
  })

  it.each([
    ['2026-11-23T07:11:41.000Z', true],
    ['+275760-09-13T00:00:00.000+00:00', true],
    ['soon', false],
    [`2026-11-23T07:11:41.${'0'.repeat(40)}Z`, false],
    [Date.UTC(2026, 10, 23), false],
    [null, false],
  ])('%j is an instant: %s', (value, expected) => {
    expect(isInstant(value)).toBe(expected)
  })
})
