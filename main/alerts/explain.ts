import type { Call } from '../../shared/call.ts'
import type { CallRecord } from '../calls/call-record.ts'
import type { Display } from '../display.ts'
import type { Silence } from './decide.ts'

/** What the alert did about a call, as the call book keeps it. */
export type AlertOutcome = 'rang' | 'missed' | Exclude<Silence, 'shown-before'>

const sentences: Record<AlertOutcome, string> = {
  rang: 'Shown to you when it rang.',
  missed: 'Shown to you as missed.',
  outgoing: 'Not shown: it is an outgoing call, so nobody was calling you.',
  ignored: 'Not shown: you ignore this number. Settings can undo that.',
  stale: 'Not shown: it was more than ten minutes old when it arrived here.',
  'not-mine': 'Not shown: it rang others, not you.',
  'not-ringing': 'Not shown: it has not rung anybody.',
  over: 'Not shown: it was answered or over when it arrived here.',
  'do-not-disturb': 'Not shown: do not disturb was on.',
  'outside-shift': 'Not shown: it was outside your shift hours.',
  away: 'Not shown: the computer was asleep or locked.',
}

/** Why a call was shown or not, in a sentence. */
export function explainAlert(
  { edits }: Pick<CallRecord, 'edits'>,
  { agents }: Pick<Call, 'agents'>,
  display: Pick<Display, 'agent'>,
): string {
  const recorded = edits.alert?.value
  if (recorded === undefined) return 'Not shown: no desktop was running when it arrived.'
  if (!isOutcome(recorded)) return 'Why it was shown or not is not known to this version.'
  const others = agents.map(display.agent).filter((name) => name !== 'you')
  // Who is “you” may have been set since.
  if (recorded === 'not-mine' && others.length > 0 && others.length === agents.length) {
    return `Not shown: it rang ${others.join(', ')}, not you.`
  }
  return sentences[recorded]
}

/** How much it tells. What kept a ring from being shown is not outdone by what became of the call afterwards. */
const weights: Record<AlertOutcome, number> = {
  'not-ringing': 0,
  stale: 1,
  'not-mine': 2,
  over: 3,
  outgoing: 4,
  ignored: 4,
  'do-not-disturb': 4,
  'outside-shift': 4,
  away: 4,
  rang: 5,
  missed: 6,
}

/** Whether a new outcome tells more than the one that is kept: what was shown stays shown. */
export function isNews(outcome: AlertOutcome, kept: string | undefined): boolean {
  return kept === undefined || !isOutcome(kept) || weights[outcome] > weights[kept]
}

function isOutcome(text: string): text is AlertOutcome {
  return Object.hasOwn(sentences, text)
}
