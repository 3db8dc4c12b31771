import { expect, it } from 'vitest'
import { failureReason } from '../../../renderer/wording/failure-reason.ts'

it.each([
  [new Error('the disk is full'), 'the disk is full'],
  [new Error("Error invoking remote method 'rows': Error: the disk is full"), 'the disk is full'],
  [new Error("Error invoking remote method 'rows': RangeError: 9 is too much"), '9 is too much'],
  ['refused', 'refused'],
  [new Error(''), 'no reason was given'],
])('says of %s what went wrong and nothing of the wrapping', (error, reason) => {
  expect(failureReason(error)).toBe(reason)
})
