import { describe, expect, it } from 'vitest'
import { ringsText, stateText, stateWords } from '../../../../renderer/card/wording/state-words.ts'
import type { CallCardRow } from '../../../../shared/card.ts'
import { callRow } from '../example-rows.ts'

describe('a state', () => {
  it.each([
    [{ state: 'ringing' }, 'Ringing', 'ringing', 'running'],
    [{ state: 'answered' }, 'Answered by you', 'answered', 'running'],
    [{ state: 'taken', by: 'Vikram' }, 'Answered by Vikram', 'answered', 'none'],
    [{ state: 'taken', by: null }, 'Answered', 'answered', 'none'],
    [{ state: 'taken', by: '\u200B' }, 'Answered', 'answered', 'none'],
    [{ state: 'moved-on', by: 'Asha' }, 'Moved on to Asha', 'plain', 'none'],
    [{ state: 'moved-on' }, 'Moved on', 'plain', 'none'],
    [{ state: 'ended', talkSeconds: 248 }, 'Ended · talked 4:08', 'plain', 'none'],
    [{ state: 'ended', talkSeconds: null }, 'Ended', 'plain', 'none'],
    [{ state: 'missed', outcome: 'missed' }, 'Missed', 'missed', 'standing'],
    [{ state: 'missed', outcome: 'voicemail' }, 'Voicemail', 'voicemail', 'standing'],
    [{ state: 'no-news' }, 'No news for 90 s: it may have stopped ringing', 'plain', 'none'],
  ] satisfies [Partial<CallCardRow>, string, string, string][])(
    '%j reads “%s”',
    (changes, text, tone, time) => {
      const words = stateWords(callRow(changes))
      expect(stateText(callRow(changes))).toBe(text)
      expect(words.tone).toBe(tone)
      expect(words.time === null ? 'none' : words.time.isRunning ? 'running' : 'standing').toBe(time)
    },
  )
})

describe('who is rung', () => {
  it.each([
    [{ rings: ['you'] }, 'rings you'],
    [{ rings: ['Asha', 'Vikram'] }, 'rings Asha, Vikram'],
    [{ rings: ['A', 'B', 'C', 'D', 'E'] }, 'rings A, B, C +2'],
    [{ rings: [] }, null],
    [{ rings: ['\u200B'] }, null],
    [{ rings: ['Asha'], ask: [] }, null],
    [{ rings: ['Asha'], state: 'missed' }, null],
  ] satisfies [Partial<CallCardRow>, string | null][])('of %j is “%s”', (changes, text) => {
    expect(ringsText(callRow(changes))).toBe(text)
  })
})
