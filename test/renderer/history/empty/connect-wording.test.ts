import { describe, expect, it } from 'vitest'
import {
  headerLine,
  isLocalAddress,
  refusedSentence,
} from '../../../../renderer/history/empty/connect-wording.ts'
import { createClock } from '../../../../renderer/wording/clock.ts'
import { exampleStatus } from '../example-status.ts'

const clock = createClock({ locale: 'en-IN', timeZone: 'Asia/Kolkata' })

it('writes the header in the panel’s form, its secret as dots', () => {
  expect(headerLine('x-ringtray-token')).toBe('["x-ringtray-token: ••••••••"]')
})

it.each([
  ['http://127.0.0.1:7464/webhook', true],
  ['http://localhost:7464/webhook', true],
  ['http://[::1]:7464/webhook', true],
  ['https://kind-otter.ngrok-free.dev/webhook', false],
  ['https://127.example.com/webhook', false],
  ['', false],
])('knows whether %s is this computer: %s', (url, local) => {
  expect(isLocalAddress(url)).toBe(local)
})

describe('the sentence about refused deliveries', () => {
  const status = exampleStatus({
    heardAt: null,
    refused: { count: 3, lastAt: '2026-11-23T07:11:07.000Z' },
  })

  it('says when and what to do', () => {
    expect(refusedSentence(status, clock)).toBe(
      'At 12:41 a delivery arrived with a wrong secret and was refused. Copy the header once more and paste it into the panel.',
    )
  })

  it('is not said once anything was heard, nor without a refusal', () => {
    expect(refusedSentence({ ...status, heardAt: '2026-11-23T07:00:00.000Z' }, clock)).toBeNull()
    expect(refusedSentence({ ...status, refused: { count: 0, lastAt: null } }, clock)).toBeNull()
  })
})
