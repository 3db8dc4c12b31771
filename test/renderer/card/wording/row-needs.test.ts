import { describe, expect, it } from 'vitest'
import {
  askText,
  canCopy,
  hasButtonsInSight,
  hasOwnNote,
  isAsking,
  isCompact,
} from '../../../../renderer/card/wording/row-needs.ts'
import type { CardRow } from '../../../../shared/card.ts'
import { callRow } from '../example-rows.ts'

const missed: CardRow = { kind: 'missed', count: 3, oldestAt: '2026-11-23T05:35:00.000Z', newestId: 'call-9' }

describe('a row of the card', () => {
  it('is small beside others only', () => {
    expect(isCompact([callRow()])).toBe(false)
    expect(isCompact([callRow(), missed])).toBe(true)
  })

  it('asks whose call it is, one at a time', () => {
    const rows = [missed, callRow(), callRow({ id: 'call-2', ask: [] }), callRow({ id: 'call-3', ask: [] })]
    expect(rows.map((row) => isAsking(row, rows))).toEqual([false, false, true, false])
    expect(isAsking(missed, [missed])).toBe(false)
  })

  it.each([
    ['ringing', true, false],
    ['answered', false, true],
    ['taken', false, false],
    ['moved-on', false, false],
    ['ended', false, true],
    ['missed', true, false],
    ['no-news', true, false],
  ] as const)('%s has buttons in sight: %s, a note box: %s', (state, buttons, note) => {
    expect(hasButtonsInSight(callRow({ state }))).toBe(buttons)
    expect(hasOwnNote(callRow({ state }))).toBe(note)
  })

  it('copies a number that was told', () => {
    expect(canCopy(callRow())).toBe(true)
    expect(canCopy(callRow({ number: null }))).toBe(false)
    expect(canCopy(callRow({ withheld: true }))).toBe(false)
  })

  it.each([
    ['98230 11111', 'It rang me:'],
    ['+44 20 7946 0018', 'It rang me:'],
    ['Asha', 'Yes, I am'],
  ])('offers %s as oneself', (label, lead) => {
    expect(askText(label)).toEqual({ lead, label })
  })
})
