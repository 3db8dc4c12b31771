import { expect, it } from 'vitest'
import { isSilenced } from '../../shared/status.ts'
import { toEpochMs } from '../../shared/time.ts'

const noon = '2026-11-23T12:00:00.000Z'

it('is silenced until the instant comes, and never without one', () => {
  expect(isSilenced({ doNotDisturbUntil: noon }, toEpochMs(noon) - 1)).toBe(true)
  expect(isSilenced({ doNotDisturbUntil: noon }, toEpochMs(noon))).toBe(false)
  expect(isSilenced({ doNotDisturbUntil: null }, toEpochMs(noon))).toBe(false)
})
