import { describe, expect, it } from 'vitest'
import {
  dayAbove,
  expiredSentence,
  formText,
  isInVain,
  reasonSentence,
  verdictWord,
} from '../../../../renderer/history/deliveries/delivery-wording.ts'
import { createClock } from '../../../../renderer/wording/clock.ts'
import type { KeptDelivery, ReasonCode } from '../../../../shared/kept-delivery.ts'
import { arrivedDelivery } from './example-deliveries.ts'

describe('a delivery', () => {
  it.each<[KeptDelivery['verdict'], string, boolean]>([
    ['accepted', 'taken', false],
    ['duplicate', 'repeat', false],
    ['unrecognised', 'not understood', true],
    ['unreadable', 'not readable', true],
  ])('that is %s is called “%s”', (verdict, word, inVain) => {
    expect([verdictWord(verdict), isInVain(verdict)]).toEqual([word, inVain])
  })

  it.each<[Pick<KeptDelivery, 'method' | 'dialect'>, string]>([
    [{ method: 'POST', dialect: 'in-call' }, 'POST · in-call log'],
    [{ method: 'POST', dialect: 'after-call' }, 'POST · after-call log'],
    [{ method: 'POST', dialect: 'v2' }, 'POST · webhook v2'],
    [{ method: 'GET', dialect: 'query' }, 'GET · query parameters'],
    [{ method: 'POST', dialect: null }, 'POST'],
  ])('of the form %j reads “%s”', (form, words) => {
    expect(formText(form)).toBe(words)
  })

  it('says why it gave no call, each reason in a sentence of its own', () => {
    const codes: ReasonCode[] = [
      'no-call',
      'not-a-call',
      'unknown-event',
      'unknown-disposition',
      'unknown-shape',
      'no-object',
      'too-deep',
    ]
    const sentences = codes.map(reasonSentence)
    expect(new Set(sentences).size).toBe(codes.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
    expect(reasonSentence(null)).toBeNull()
  })
})

describe('the day above a delivery', () => {
  const clock = createClock({ locale: 'en-IN', timeZone: 'Asia/Kolkata' })
  const nowMs = Date.parse('2026-11-23T07:11:00.000Z')
  const deliveries = [
    '2026-11-22T18:00:00.000Z',
    '2026-11-22T18:29:00.000Z',
    // Half past midnight in Kolkata.
    '2026-11-22T19:00:00.000Z',
  ].map((receivedAt) => arrivedDelivery({ receivedAt }))
  const days = (dayBefore: string | null) =>
    deliveries.map((_, at) => dayAbove(deliveries, at, { clock, nowMs, dayBefore }))

  it('stands where it begins', () => {
    expect(days(null)).toEqual(['Yesterday, Sunday 22 November', null, 'Today, Monday 23 November'])
  })

  it('is left out where it is that of the call', () => {
    expect(days('2026-11-22T17:59:00.000Z')).toEqual([null, null, 'Today, Monday 23 November'])
  })
})

describe('expired evidence', () => {
  it.each([
    [4, 4, null],
    [4, 5, null],
    [4, 3, '1 of them is not kept any more: older evidence has expired.'],
    [4, 2, '2 of them are not kept any more: older evidence has expired.'],
    [4, 0, 'None of it is kept any more: older evidence has expired. What it said of the call stays.'],
  ])('of %d deliveries with %d kept: %s', (told, kept, sentence) => {
    expect(expiredSentence({ told, kept })).toBe(sentence)
  })
})
