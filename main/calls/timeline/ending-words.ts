import type { Call, Outcome } from '../../../shared/call.ts'
import { secondMs, toEpochMs } from '../../../shared/time.ts'
import type { Fact } from '../fact.ts'

/** How a call ended, as far as was known then. `before`: the kinds of fact that precede it. */
export function describeEnd(fact: Fact, call: Call, before: ReadonlySet<Fact['kind']>): string {
  if (before.has('ended')) return 'call ended'
  const untold = before.has('answered') ? 'connected' : 'missed'
  const after = durationWords(fact, call)
  switch (fact.outcome ?? untold) {
    case 'missed':
      return call.direction === 'outgoing' ? 'nobody answered' : `caller hung up${after}`
    case 'no-answer':
      return 'nobody answered'
    case 'rejected':
      return 'customer declined the call'
    case 'voicemail':
      return 'went to voicemail'
    case 'connected':
    case 'unknown':
      return `call ended${after}`
  }
}

const outcomeWords: Record<Outcome, string> = {
  connected: 'connected',
  missed: 'missed',
  voicemail: 'voicemail',
  rejected: 'declined',
  'no-answer': 'no answer',
  unknown: 'outcome unknown',
}

export function describeConfirmation({ talkSeconds }: Fact, { outcome }: Call): string {
  const found = talkSeconds ? `talked ${clockWords(talkSeconds)}` : outcomeWords[outcome ?? 'unknown']
  return `confirmed by the log: ${found}`
}

// Some webhooks stamp every event with the call's start: then nothing is known of how long it took.
function durationWords(fact: Fact, call: Call): string {
  const lastedMs = toEpochMs(fact.endedAt ?? fact.at) - toEpochMs(call.startedAt)
  const seconds = fact.totalSeconds ?? Math.round(lastedMs / secondMs)
  if (!(seconds > 0)) return ''
  return seconds < 60 ? ` after ${seconds} s` : ` after ${clockWords(seconds)}`
}

function clockWords(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60]
  const rest = String(Math.floor(seconds) % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
