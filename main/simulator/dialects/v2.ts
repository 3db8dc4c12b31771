import { jsonStep, type Step } from '../step.ts'
import { logDelaySeconds, type Moment, momentsOf } from '../stories/moments.ts'
import { companyId } from '../stories/scripts/cast.ts'
import { randomUuid, type Telling } from '../telling.ts'
import { isoTime, withheldText } from './notation.ts'
import { legsAt, summaryLegs } from './v2-legs.ts'

const categories = { caller: 'incoming', 'click-to-call': 'callback', obd: 'obd' } as const
const statuses = { connected: 'bridged', missed: 'missed', voicemail: 'voicemail' } as const

export function v2Steps(telling: Telling): Step[] {
  const { story } = telling
  const events = momentsOf(story).flatMap(({ kind, afterSeconds }) => {
    const type = eventType(kind)
    return type === null ? [] : [{ type, afterSeconds, payload: payloadAt(telling, afterSeconds) }]
  })
  const steps = events.map(({ type, afterSeconds, payload }, index) =>
    jsonStep(afterSeconds * 1_000, {
      ...envelope(telling, { type, sequence: index + 1, afterSeconds, line: story.line }),
      payload,
    }),
  )
  const afterSeconds = story.endsAfter + logDelaySeconds
  const summary = jsonStep(afterSeconds * 1_000, {
    // The summary counts from 1 again and does not name the line.
    ...envelope(telling, { type: 'call.summary', sequence: 1, afterSeconds, line: null }),
    payload: { ...payloadAt(telling, story.endsAfter), legs: summaryLegs(telling) },
  })
  return [...steps, summary]
}

function eventType(kind: Moment['kind']): string | null {
  switch (kind) {
    case 'started':
      return 'call.initiated'
    case 'menu':
      return 'call.ivr_started'
    case 'ringing':
      return 'call.dial_begin'
    case 'answered':
      return 'call.answered'
    case 'rejected':
      // v2 has no word for it: the legs at the end tell.
      return null
    case 'ended':
      return 'call.end'
  }
}

type EnvelopeOf = { type: string; sequence: number; afterSeconds: number; line: string | null }

function envelope(telling: Telling, { type, sequence, afterSeconds, line }: EnvelopeOf): object {
  return {
    event_id: randomUuid(telling.random),
    event_type: type,
    event_sequence: sequence,
    event_version: '1.0',
    timestamp: isoTime(telling.startedAt + afterSeconds),
    company_id: companyId,
    channel: 'call',
    direction: telling.story.direction,
    session_id: telling.uid,
    system_identifier: line,
    customer_identifier: telling.story.customer ?? withheldText,
  }
}

function payloadAt(telling: Telling, afterSeconds: number): object {
  const { story } = telling
  const isOver = afterSeconds >= story.endsAfter
  const isBridged = story.legs.some((leg) => leg.answersAfter !== null && leg.answersAfter <= afterSeconds)
  return {
    status: isOver ? statuses[story.result] : isBridged ? 'bridged' : null,
    category: categories[story.origin],
    duration: isOver ? story.endsAfter : null,
    recording_filename: isOver ? telling.recordingFile : '',
    ref_id: telling.referenceId,
    client_ref_id: telling.clientReferenceId,
    legs: legsAt(telling, afterSeconds),
  }
}
