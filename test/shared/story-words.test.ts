import { describe, expect, it } from 'vitest'
import type { CustomerStory } from '../../shared/customer-story.ts'
import type { StoryClock } from '../../shared/story-clock.ts'
import { awayWords, ordinal, storyParts, storyWords } from '../../shared/story-words.ts'

const clock: StoryClock = { moment: (instant) => `@${instant}`, time: (instant) => instant }

function story(changes: Partial<CustomerStory>): CustomerStory {
  const nothing = { waitingSince: null, lastSpoke: null, lastNote: null }
  return { name: null, callsToday: 1, missedToday: 0, ...nothing, ...changes }
}

describe('an ordinal', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [10, '10th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [20, '20th'],
    [21, '21st'],
    [22, '22nd'],
    [101, '101st'],
    [111, '111th'],
    [113, '113th'],
  ])('of %i is %s', (count, word) => {
    expect(ordinal(count)).toBe(word)
  })
})

describe('how a customer is known', () => {
  it.each([
    [
      'a fifth call of somebody who waits',
      {
        callsToday: 5,
        missedToday: 3,
        waitingSince: '10:50',
        lastSpoke: { by: 'Asha', at: '10:05' },
        lastNote: 'refund',
      },
      '5th call today · 3 missed · waiting since @10:50\nLast spoke to Asha @10:05: “refund”',
    ],
    ['nothing before', {}, null],
    ['nothing that can be seen before', { lastNote: '\u200B ' }, null],
    ['a second call', { callsToday: 2 }, '2nd call today'],
    ['a debt of another day', { waitingSince: 'Sat' }, 'waiting since @Sat'],
    ['the only call of today, missed', { missedToday: 1, waitingSince: '11:05' }, 'waiting since @11:05'],
    ['somebody spoken to by nobody known', { lastSpoke: { by: null, at: '9' } }, 'Last spoke @9'],
    ['a note only', { lastNote: 'refund' }, 'Last note: “refund”'],
    ['a call that began yesterday', { callsToday: 0 }, null],
    [
      'disarmed text',
      { lastSpoke: { by: '\u202EAsha', at: '9' }, lastNote: 'two\nlines' },
      'Last spoke to \uFFFDAsha @9: “two lines”',
    ],
  ] satisfies [string, Partial<CustomerStory>, string | null][])('is told: %s', (_case, changes, words) => {
    expect(storyWords(story(changes), clock)).toBe(words)
  })

  it('has a word for who calls for the first time', () => {
    expect(storyParts(story({}), clock)).toMatchObject({ calls: ['first call'], isFirst: true })
    expect(storyParts(story({ callsToday: 2 }), clock).isFirst).toBe(false)
  })

  it('is marked only where a person waits', () => {
    expect(storyParts(story({ callsToday: 9, missedToday: 8 }), clock).isWaiting).toBe(false)
    expect(storyParts(story({ waitingSince: '10:50' }), clock).isWaiting).toBe(true)
  })
})

describe('a time away', () => {
  it.each([
    [{ calls: 30, mine: 2, owed: 1 }, '30 calls, 2 for you, 1 still to call back'],
    [{ calls: 1, mine: 0, owed: 0 }, '1 call, none for you'],
  ])('of %j is summed up', (counts, body) => {
    expect(awayWords({ from: '13:02', to: '13:41', ...counts }, clock)).toEqual({
      title: 'While you were away @13:02–13:41',
      body,
    })
  })
})
