import type { HistoryRow } from '../../../shared/ipc-contract.ts'
import type { SignName, Tone } from '../../sign/sign.tsx'

/** A state is a sign, a word and a colour, never a colour alone. */
interface CallState {
  sign: SignName
  word: string
  tone: Tone
}

export type StateFacts = Pick<HistoryRow, 'direction' | 'phase' | 'outcome'>

export function callState({ direction, phase, outcome }: StateFacts): CallState {
  const arrow = direction === 'outgoing' ? 'outgoing' : 'incoming'
  switch (phase) {
    case 'initiated':
      return direction === 'outgoing'
        ? { sign: 'outgoing', word: 'dialling', tone: 'ringing' }
        : { sign: 'begun', word: 'connecting', tone: 'ringing' }
    case 'ringing':
      return { sign: 'ringing', word: 'ringing', tone: 'ringing' }
    case 'answered':
      return { sign: arrow, word: 'answered', tone: 'answered' }
    case 'ended':
      switch (outcome) {
        case 'connected':
          return { sign: arrow, word: 'answered', tone: 'answered' }
        case 'missed':
          return { sign: 'incoming', word: 'missed', tone: 'missed' }
        case 'voicemail':
          return { sign: 'voicemail', word: 'voicemail', tone: 'voicemail' }
        case 'rejected':
          return { sign: 'rejected', word: 'rejected', tone: 'plain' }
        case 'no-answer':
          return { sign: arrow, word: 'no answer', tone: 'plain' }
        case 'unknown':
        case null:
          return { sign: 'unknown', word: 'end not seen', tone: 'plain' }
      }
  }
}

export function isLive({ phase }: Pick<StateFacts, 'phase'>): boolean {
  return phase !== 'ended'
}

/** From when the running time of a live call counts. */
export function runningSince({
  phase,
  startedAt,
  answeredAt,
}: Pick<HistoryRow, 'phase' | 'startedAt' | 'answeredAt'>) {
  return phase === 'answered' ? (answeredAt ?? startedAt) : startedAt
}
