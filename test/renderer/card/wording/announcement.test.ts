import { describe, expect, it } from 'vitest'
import { announcement } from '../../../../renderer/card/wording/announcement.ts'
import type { Card, CardRow } from '../../../../shared/card.ts'
import type { StoryClock } from '../../../../shared/story-clock.ts'
import { callRow } from '../example-rows.ts'

const clock: StoryClock = { moment: (instant) => instant, time: (instant) => instant }
const card = (...rows: CardRow[]): Card => ({ revision: 1, rows })
const waiting = {
  name: null,
  callsToday: 2,
  missedToday: 1,
  waitingSince: '10:50',
  lastSpoke: null,
  lastNote: null,
}

describe('the card for the ear', () => {
  it.each([
    ['a new ring', null, card(callRow()), 'Ringing: R. Deshpande, Sales'],
    ['a ring without a line', card(), card(callRow({ line: null })), 'Ringing: R. Deshpande'],
    [
      'a pretend ring',
      card(),
      card(callRow({ pretend: true })),
      'Pretend call, Ringing: R. Deshpande, Sales',
    ],
    [
      'a customer who waits',
      card(),
      card(callRow({ story: waiting })),
      'Ringing: R. Deshpande, Sales, waits to be called back',
    ],
    [
      'another answers',
      card(callRow()),
      card(callRow({ state: 'taken', by: 'Vikram' })),
      'Answered by Vikram: R. Deshpande, Sales',
    ],
    [
      'a second ring',
      card(callRow()),
      card(callRow({ id: 'call-2', name: 'Meera' }), callRow()),
      'Ringing: Meera, Sales',
    ],
    [
      'missed calls fold',
      card(callRow()),
      card({ kind: 'missed', count: 3, oldestAt: '11:05', newestId: 'call-1' }),
      '3 missed, oldest 11:05',
    ],
  ])('tells: %s', (_case, before, after, words) => {
    expect(announcement(before, after, clock)).toBe(words)
  })

  it('keeps quiet about a note that was saved, a row that left, and who else is rung', () => {
    expect(announcement(card(callRow()), card(callRow({ note: 'Refund' })), clock)).toBeNull()
    expect(announcement(card(callRow()), card(callRow({ rings: ['Asha'] })), clock)).toBeNull()
    expect(announcement(card(callRow()), card(), clock)).toBeNull()
  })
})
