import { describe, expect, it } from 'vitest'
import { uidInstant } from '../../main/calls/uid.ts'

describe('the instant in a uid', () => {
  it.each([
    ['n2.1596270949.2175190', '2020-08-01T08:35:49.000Z'],
    ['sn.1572424727.994', '2019-10-30T08:38:47.000Z'],
    ['15.1596270949.1', '2020-08-01T08:35:49.000Z'],
  ])('of %s is its middle part', (uid, instant) => {
    expect(uidInstant(uid)).toBe(instant)
  })

  it.each(['s5.347638.78643857', '', '.', 'abc', '1596270949', 'a.b.c', 'a.9999999999.b', 'a.15962709490.b'])(
    'of %j is none',
    (uid) => {
      expect(uidInstant(uid)).toBeNull()
    },
  )
})
