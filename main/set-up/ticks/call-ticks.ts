import type { Check } from '../../../shared/set-up.ts'
import type { Seen } from '../what-arrived.ts'
import { when } from '../when.ts'
import { boxFor } from './boxes.ts'
import { done, later, waiting, wrong } from './tick.ts'

export function ringingSeen(seen: Seen): Check {
  const code = 'ringing-seen'
  const at = seen.ringingAt
  if (at !== null) return done(code, at, `A ringing call was seen ${when(at)}.`)
  if (seen.calls === 0) {
    return waiting(code, 'No ringing seen yet. Call your number from a phone and let it ring.')
  }
  const told = later(seen.endAt, seen.logAt) ?? seen.answeredAt
  const box = boxFor('ringing', seen.panels)
  if (told === null || isInCallAlone(seen)) {
    return waiting(
      code,
      `No ringing seen: no call has reached an agent yet. Let one ring there; if nothing comes then, ${box}.`,
    )
  }
  return wrong(
    code,
    told,
    `No ringing seen, though a call was told of ${when(told)}. If it rang at an agent, ${box}.`,
  )
}

/** The In-call webhook (v1) tells of every ring: where it tells of an end alone, nobody was rung. */
function isInCallAlone({ panels, endAt }: Seen): boolean {
  return panels.length === 1 && panels[0] === 'v1' && endAt !== null
}

export function agentNamed(seen: Seen): Check {
  const code = 'agent-named'
  const { ringingAt, agentNamedAt } = seen
  if (agentNamedAt !== null)
    return done(code, agentNamedAt, `The agent who was rung was named ${when(agentNamedAt)}.`)
  if (ringingAt === null) return waiting(code, 'Which agent is rung shows with the first ringing call.')
  return wrong(
    code,
    ringingAt,
    `A call rang ${when(ringingAt)}, and it was not said at whom: everybody would be shown it. ${capital(boxFor('agents', seen.panels))}.`,
  )
}

export function endSeen(seen: Seen): Check {
  const code = 'end-seen'
  const { endAt, logAt } = seen
  if (endAt !== null) return done(code, endAt, `The end of a call was seen ${when(endAt)}.`)
  if (logAt !== null) {
    return done(
      code,
      logAt,
      `The end of a call was told ${when(logAt)}, though only by the log that comes afterwards. So that the card leaves at once, ${boxFor('end', seen.panels)}.`,
    )
  }
  return waiting(
    code,
    seen.calls === 0
      ? 'No end seen yet: hang up the call you try it with.'
      : `No end seen yet. Hang up; if nothing comes then, ${boxFor('end', seen.panels)}.`,
  )
}

export function talkTimeSeen(seen: Seen): Check {
  const code = 'talk-time-seen'
  const { talkTimeAt, logAt, endAt } = seen
  if (talkTimeAt !== null) return done(code, talkTimeAt, `The time talked was told ${when(talkTimeAt)}.`)
  if (logAt !== null) {
    return waiting(
      code,
      `The log of a call came ${when(logAt)}, and nobody had talked in it. Answer a call, talk, and hang up.`,
    )
  }
  return waiting(
    code,
    endAt === null
      ? 'No time talked seen yet: answer a call, talk, and hang up.'
      : `No time talked seen yet; it comes a little after the end. If it does not, ${boxFor('talk-time', seen.panels)}.`,
  )
}

function capital(sentence: string): string {
  return `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`
}
