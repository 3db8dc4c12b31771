import type { CallRecord } from '../calls/call-record.ts'
import type { Silence } from './decide.ts'

/** What the alert did about a call, as the call book keeps it. */
export type AlertOutcome = 'rang' | 'missed' | Silence

const sentences: Record<AlertOutcome, string> = {
  rang: 'Shown to you when it rang.',
  missed: 'Shown to you as missed.',
  outgoing: 'Not shown: it is an outgoing call, so nobody was calling you.',
  stale: 'Not shown: it was more than ten minutes old when it arrived here.',
  'not-mine': 'Not shown: it rang others, not you.',
  'not-ringing': 'Not shown: it has not rung anybody.',
  over: 'Not shown: it was answered or over when it arrived here.',
  'do-not-disturb': 'Not shown: do not disturb was on.',
}

/** Why a call was shown or not, in a sentence. */
export function explainAlert({ edits }: Pick<CallRecord, 'edits'>): string {
  const recorded = edits.alert?.value
  if (recorded === undefined) return 'Not shown: no desktop was running when it arrived.'
  return isOutcome(recorded) ? sentences[recorded] : 'Why it was shown or not is not known to this version.'
}

/** Whether a new outcome tells more than the one that is kept: what was shown stays shown. */
export function isNews(outcome: AlertOutcome, kept: string | undefined): boolean {
  if (outcome === kept) return false
  if (outcome === 'rang' || outcome === 'missed') return true
  return kept !== 'rang' && kept !== 'missed'
}

function isOutcome(text: string): text is AlertOutcome {
  return Object.hasOwn(sentences, text)
}
