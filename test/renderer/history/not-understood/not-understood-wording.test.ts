import { describe, expect, it } from 'vitest'
import {
  isWorthReporting,
  listedSentence,
  meaningSentences,
  notUnderstoodText,
  readAgainSentence,
} from '../../../../renderer/history/not-understood/not-understood-wording.ts'
import type { ReadAgain } from '../../../../renderer/history/state/not-understood.ts'

it('counts what is not understood', () => {
  expect([1, 3, 1_000].map(notUnderstoodText)).toEqual([
    '1 delivery not understood',
    '3 deliveries not understood',
    '1,000 deliveries not understood',
  ])
})

describe('what it means', () => {
  const unknown =
    'MyOperator sent something that Ringtray does not know yet. Nothing is lost: it is kept, and read again after an update.'
  const whatsApp = 'WhatsApp events: untick WhatsApp in the webhook’s events.'

  it('is that it is kept and read again', () => {
    expect(meaningSentences([{ reason: 'unknown-event' }, { reason: 'no-call' }])).toEqual([unknown])
  })

  it('is a tick too many where it is WhatsApp', () => {
    expect(meaningSentences([{ reason: 'not-a-call' }])).toEqual([whatsApp])
    expect(meaningSentences([{ reason: 'not-a-call' }, { reason: 'unknown-shape' }])).toEqual([
      unknown,
      whatsApp,
    ])
  })

  it('is nothing where nothing is left', () => {
    expect(meaningSentences([])).toEqual([])
  })

  it('asks for a report of all but WhatsApp, of which nothing is kept', () => {
    expect(isWorthReporting({ reason: 'unknown-event' })).toBe(true)
    expect(isWorthReporting({ reason: 'not-a-call' })).toBe(false)
  })
})

it.each([
  [3, 3, null],
  [100, 312, 'The newest 100 of 312.'],
  // The status is a moment behind the list.
  [3, 1, null],
  [0, 2, null],
])('says of %d listed and %d counted: %s', (listed, count, sentence) => {
  expect(listedSentence(listed, count)).toBe(sentence)
})

describe('reading again', () => {
  it.each<[ReadAgain, string | null]>([
    [{ state: 'idle' }, null],
    [{ state: 'busy' }, 'Reading every kept delivery again …'],
    [
      { state: 'done', deliveries: 1_204, understood: 2 },
      'Read 1,204 deliveries again; 2 are now understood.',
    ],
    [{ state: 'done', deliveries: 1, understood: 1 }, 'Read 1 delivery again; 1 is now understood.'],
    [
      { state: 'done', deliveries: 9, understood: 0 },
      'Read 9 deliveries again; nothing more is understood than before.',
    ],
    [{ state: 'done', deliveries: 9, understood: null }, 'Read 9 deliveries again.'],
    [
      { state: 'failed', reason: 'the disk is full' },
      'The deliveries could not be read again: the disk is full. Everything is still kept; try again in a moment.',
    ],
  ])('as %j says %s', (again, sentence) => {
    expect(readAgainSentence(again)).toBe(sentence)
  })
})
