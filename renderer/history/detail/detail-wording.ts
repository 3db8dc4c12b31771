import type { Agent, AgentResult, Call } from '../../../shared/call.ts'
import type { CallDetail, TimelineEntry } from '../../../shared/ipc-contract.ts'
import { visibleText } from '../../../shared/safe-text.ts'
import type { SignName, Tone } from '../../sign/sign.tsx'
import { capitalised } from '../../wording/capitalised.ts'
import { deliveriesCount } from '../../wording/count.ts'
import { durationText } from '../../wording/duration.ts'
import { callState, isLive } from '../row/call-state.ts'

/** `Answered by Asha`, `Missed`, `No answer`. */
export function outcomeLead({ call, answeredBy }: Pick<CallDetail, 'call' | 'answeredBy'>): string {
  const { word } = callState(call)
  const by = visibleText(answeredBy)
  if (word === 'answered' && by !== null)
    return call.direction === 'outgoing' ? `Answered, called by ${by}` : `Answered by ${by}`
  return capitalised(word)
}

/** What stands behind it: how long, and on which line. */
export function outcomeRest(call: Call, line: string | null): string[] {
  const rest: (string | null)[] = [durations(call), visibleText(line)]
  return rest.filter((part) => part !== null)
}

function durations({ phase, outcome, talkSeconds, totalSeconds }: Call): string | null {
  if (isLive({ phase })) return null
  if (outcome === 'connected') {
    if (talkSeconds === null) return totalSeconds === null ? null : `${durationText(totalSeconds)} in all`
    return `talked ${durationText(talkSeconds)}`
  }
  if (totalSeconds === null) return null
  return outcome === 'missed'
    ? `waited ${durationText(totalSeconds)}`
    : `${durationText(totalSeconds)} in all`
}

/** The sign before a step of the call. */
export function stepSign(kind: TimelineEntry['kind'], call: Call): { name: SignName; tone: Tone } {
  switch (kind) {
    case 'initiated':
      return { name: 'begun', tone: 'plain' }
    case 'ringing':
      return { name: 'ringing', tone: 'ringing' }
    case 'answered':
      return { name: call.direction === 'outgoing' ? 'outgoing' : 'incoming', tone: 'answered' }
    case 'ended':
    case 'log': {
      const { sign, tone } = callState(call)
      return { name: tone === 'answered' || isLive(call) ? 'ended' : sign, tone }
    }
    case 'disposition':
    case 'closed':
    case 'unknown':
      return { name: 'unknown', tone: 'plain' }
  }
}

const resultWords: Record<AgentResult, string> = {
  rung: 'rung',
  answered: 'answered',
  missed: 'did not answer',
  busy: 'busy',
  rejected: 'rejected',
  cancelled: 'stopped ringing',
  transferred: 'transferred',
}

/** `answered · talked 4:12`. */
export function agentResult({ result, talkSeconds, ringSeconds }: Agent): string {
  const talked = talkSeconds === null || talkSeconds === 0 ? null : `talked ${durationText(talkSeconds)}`
  const rang = ringSeconds === null || ringSeconds === 0 ? null : `rang ${durationText(ringSeconds)}`
  return [resultWords[result], talked ?? rang].filter((part) => part !== null).join(' · ')
}

/** What else is known of the call, by name; only what was told. */
export function furtherFacts(detail: FactSources): { name: string; value: string }[] {
  const { call } = detail
  const facts: [string, string | null][] = [
    ['Line', lineText(detail)],
    ['Disposition', call.dispositions.join(', ')],
    ['Reference', call.referenceId],
    ['Your reference', call.clientReferenceId],
    ['Recording', call.recording?.file ?? call.recording?.url ?? null],
    ...Object.entries(call.custom),
  ]
  return facts.flatMap(([name, value]) => {
    const shown = visibleText(value)
    return shown === null ? [] : [{ name: visibleText(name) ?? '?', value: shown }]
  })
}

type FactSources = Pick<CallDetail, 'call' | 'line' | 'lineNumber'>

/** `Sales · 011 4000 0000`; null where the outcome has said it all. */
function lineText({ line, lineNumber }: FactSources): string | null {
  return line === null || lineNumber === null || line === lineNumber ? null : `${line} · ${lineNumber}`
}

export function deliveriesText(count: number): string {
  return `What arrived: ${deliveriesCount(count)}`
}
