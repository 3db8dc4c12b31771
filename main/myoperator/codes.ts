import type { AgentResult, Direction, EventKind, Outcome, Phase, Source } from '../../shared/call.ts'
import { readCode } from './values/fields.ts'

type KnownDirection = Exclude<Direction, 'unknown'>

/** What a call state says by itself; null for a state we do not know. */
export interface StateMeaning {
  kind: Extract<EventKind, 'initiated' | 'ringing' | 'answered' | 'ended'>
  phase: Phase
  outcome?: Outcome
  /** Where the state occurs in one direction only. */
  direction?: KnownDirection
}

/** In-call `call_state`. The values are not chronological; there is no 8. */
export function readState(value: unknown): StateMeaning | null {
  switch (readCode(value)) {
    case '0':
    case '5':
      return { kind: 'ringing', phase: 'ringing' }
    case '1':
      return { kind: 'initiated', phase: 'initiated' }
    case '2':
      return { kind: 'ended', phase: 'ended' }
    case '3':
      return { kind: 'initiated', phase: 'initiated', direction: 'outgoing' }
    case '4':
    case '9':
      return { kind: 'ended', phase: 'ended', outcome: 'no-answer', direction: 'outgoing' }
    case '6':
      return { kind: 'answered', phase: 'answered' }
    case '7':
      return { kind: 'ended', phase: 'ended', outcome: 'rejected', direction: 'outgoing' }
    default:
      return null
  }
}

/** `event`, `_ev`, v2 `direction`. */
export function readDirection(value: unknown): KnownDirection | null {
  switch (readCode(value)) {
    case '1':
    case 'incoming':
    case 'inbound':
      return 'incoming'
    case '2':
    case 'outgoing':
    case 'outbound':
      return 'outgoing'
    default:
      return null
  }
}

/** `status`, `_su`, v2 `payload.status`: the overall result. An outgoing call is never `missed`. */
export function readOutcome(value: unknown, direction: KnownDirection | null): Outcome | null {
  switch (readCode(value)) {
    case '1':
    case 'connected':
    case 'bridged':
    case 'answered':
      return 'connected'
    case '2':
    case 'missed':
      return direction === 'outgoing' ? 'no-answer' : 'missed'
    case '3':
    case 'voicemail':
      return 'voicemail'
    default:
      return null
  }
}

/** `_ds` and v2 `dial_status`; null where empty or unknown, and then `_ac` or `result` decides. */
export function readDialStatus(value: unknown): AgentResult | null {
  switch (readCode(value)?.replace(/[\s_-]/g, '')) {
    case 'answer':
    case 'answered':
      return 'answered'
    case 'busy':
      return 'busy'
    case 'cancel':
    case 'cancelled':
      return 'cancelled'
    case 'noanswer':
    case 'nocarrier':
      return 'missed'
    case 'reject':
    case 'rejected':
      return 'rejected'
    default:
      return null
  }
}

/** `_ac` of an after-call leg. */
export function readAction(value: unknown): AgentResult | null {
  switch (readCode(value)) {
    case 'received':
    case 'answered':
      return 'answered'
    case 'missed':
      return 'missed'
    case 'transferred':
      return 'transferred'
    default:
      return null
  }
}

/** `_so`: whose log this is. */
export function readSource(value: unknown): Exclude<Source, 'unknown'> | null {
  const code = readCode(value)
  return code === '1' ? 'ivr' : code === '2' ? 'mobile' : null
}
