import type { Instant } from '../../../shared/call.ts'
import type { CallCardRow } from '../../../shared/card.ts'
import { visibleText } from '../../../shared/safe-text.ts'
import type { SignName, Tone } from '../../sign/sign.tsx'
import { durationText } from '../../wording/duration.ts'

/** A state as the eye gets it: a sign, words and a colour. */
export interface StateWords {
  sign: SignName
  tone: Tone
  word: string
  /** A person from outside, behind the word. */
  by: string | null
  /** `talked 4:08` */
  more: string | null
  /** A time that runs from there, or stands. */
  time: { from: Instant; isRunning: boolean } | null
}

type StateFacts = Pick<CallCardRow, 'state' | 'outcome' | 'since' | 'by' | 'talkSeconds'>

export function stateWords({ state, outcome, since, by, talkSeconds }: StateFacts): StateWords {
  const still = { by: null, more: null, time: null }
  const running = { ...still, time: { from: since, isRunning: true } }
  const person = visibleText(by)
  switch (state) {
    case 'ringing':
      return { sign: 'ringing', tone: 'ringing', word: 'Ringing', ...running }
    case 'answered':
      return { sign: 'incoming', tone: 'answered', word: 'Answered by you', ...running }
    case 'taken':
      return {
        sign: 'incoming',
        tone: 'answered',
        word: person === null ? 'Answered' : 'Answered by',
        ...still,
        by: person,
      }
    case 'moved-on':
      return {
        sign: 'moved',
        tone: 'plain',
        word: person === null ? 'Moved on' : 'Moved on to',
        ...still,
        by: person,
      }
    case 'ended':
      return {
        sign: 'ended',
        tone: 'plain',
        word: 'Ended',
        ...still,
        more: talkSeconds === null ? null : `talked ${durationText(talkSeconds)}`,
      }
    case 'missed':
      return outcome === 'voicemail'
        ? {
            sign: 'voicemail',
            tone: 'voicemail',
            word: 'Voicemail',
            ...still,
            time: { from: since, isRunning: false },
          }
        : {
            sign: 'incoming',
            tone: 'missed',
            word: 'Missed',
            ...still,
            time: { from: since, isRunning: false },
          }
    case 'no-news':
      return {
        sign: 'unknown',
        tone: 'plain',
        word: 'No news for 90 s: it may have stopped ringing',
        ...still,
      }
  }
}

/** `Answered by Vikram`, `Ended · talked 4:08`: without the time that runs. */
export function stateText(row: StateFacts): string {
  const { word, by, more } = stateWords(row)
  return [by === null ? word : `${word} ${by}`, more].filter((part) => part !== null).join(' · ')
}

/** `rings you`, `rings Asha, Vikram +2`; null where nobody was told or buttons name them. */
export function ringsText({
  state,
  rings,
  ask,
}: Pick<CallCardRow, 'state' | 'rings' | 'ask'>): string | null {
  if (state !== 'ringing' || ask !== null) return null
  const names = rings.map(visibleText).filter((name) => name !== null)
  if (names.length === 0) return null
  const more = names.length - ringsShown
  return `rings ${names.slice(0, ringsShown).join(', ')}${more > 0 ? ` +${more}` : ''}`
}

const ringsShown = 3
