import type { Call } from '../../shared/call.ts'
import type { AskedAgent } from '../../shared/card.ts'
import type { CustomerStory } from '../../shared/customer-story.ts'
import { secondMs, toEpochMs } from '../../shared/time.ts'
import type { Changed } from '../calls/book/call-book.ts'
import type { CallRecord } from '../calls/call-record.ts'
import type { ToldAgent } from '../calls/fact.ts'
import { type Desk, type Display, isMine } from '../display.ts'
import { type Decision, decide, type Quiet } from './decide.ts'
import type { AlertOutcome } from './explain.ts'
import type { Screen } from './screen/screen.ts'
import { type CallStanding, standingOf } from './standing/standing.ts'

/** Tells the agent of the right calls at the right second, and of no others. */
export interface Alerter {
  /** Something new is known about a call. */
  onChanged(changed: Changed): void
  /** A person wrote something about a call: what is shown says it too. */
  onEdited(changed: Changed): void
  /** Who this desk is, what is ignored or how calls are shown was changed. */
  onSettingsChanged(): void
  /** Nobody is there to be told any more. */
  onLeave(): void
  /** Looks at calls again of which nothing new is known: the agent is back, or has said who they are. */
  consider(calls: Readonly<CallRecord>[]): void
  /** Takes everything off the screen. */
  stop(): void
}

export interface AlerterOptions {
  screen: Screen
  display(): Display
  desk(): Desk
  /** Nobody is set as this desk's agent, and that may not be meant. */
  asksWhose(): boolean
  isIgnored(call: Call): boolean
  /** Why this call is not to be shown now; null: it may. */
  quiet(call: Call): Quiet | null
  story(call: Call): CustomerStory | null
  callOf(record: Readonly<CallRecord>): Call
  /** How far our clock is behind the provider's. */
  clockBehindMs(): number
  /** Keeps what was done about a call, or why nothing. */
  keep(callId: string, outcome: AlertOutcome): void
  now(): number
}

/** An answer can arrive after the end: so long nobody is told that a call was missed. */
const lateAnswerMs = 5 * secondMs

export function createAlerter(options: AlerterOptions): Alerter {
  const { screen, display, desk, asksWhose, isIgnored, quiet, story, callOf, clockBehindMs, keep, now } =
    options
  const startedMs = now()
  /** Calls whose ring has been shown and lasts. */
  const rung = new Set<string>()
  /** Calls that ended unanswered a moment ago. */
  const missing = new Map<string, { call: Call; timer: NodeJS.Timeout }>()
  /** Misses that were taken off the screen because it turned out that they are nobody's here, for now. */
  const withdrawn = new Set<string>()
  let isStopped = false

  function stopMissing(callId: string) {
    clearTimeout(missing.get(callId)?.timer)
    missing.delete(callId)
  }

  /** Also by an earlier run: the same ring, or the same miss, is not told again. */
  function shownBefore(
    { id }: Call,
    { standing, ringReceivedAt }: CallStanding,
    { edits }: Readonly<CallRecord>,
  ) {
    if (standing === 'missed') return edits.alert?.value === 'missed' && !withdrawn.has(id)
    if (ringReceivedAt === null || rung.has(id)) return rung.has(id)
    return edits.alert?.value === 'rang' && toEpochMs(ringReceivedAt) < startedMs
  }

  function ageMs({ startedAt, endedAt }: Call): number {
    return now() + clockBehindMs() - toEpochMs(endedAt ?? startedAt)
  }

  function put(call: Call, state: Parameters<Screen['put']>[1]['state'], by: ToldAgent[]) {
    screen.put(call, {
      state,
      by,
      story: story(call),
      ask: asksWhose() && call.source !== 'pretend' ? askable(call) : null,
    })
  }

  /** The agents of a call, to be offered as “that is me”. Nobody named: nothing to ask. */
  function askable({ agents }: Call): AskedAgent[] | null {
    const asked = agents.flatMap((agent) => {
      const key = agent.number ?? agent.id
      return key === null ? [] : [{ key, label: display().agent(agent) }]
    })
    return asked.length === 0 ? null : asked
  }

  function missSoon(call: Call) {
    if (screen.stateOf(call.id) === 'ringing') put(call, 'ended', [])
    missing.set(call.id, { call, timer: setTimeout(() => miss(call.id), lateAnswerMs) })
  }

  function miss(callId: string) {
    const call = missing.get(callId)?.call
    missing.delete(callId)
    if (call === undefined) return
    const because = quiet(call)
    if (because !== null) {
      screen.remove(callId)
      return keep(callId, because)
    }
    withdrawn.delete(callId)
    put(call, 'missed', [])
    keep(callId, 'missed')
  }

  function act(call: Call, decision: Decision, { by }: CallStanding) {
    switch (decision.action) {
      case 'show':
        put(call, decision.as, by)
        if (decision.as === 'ringing') {
          rung.add(call.id)
          keep(call.id, 'rang')
        }
        return
      case 'miss':
        return missSoon(call)
      case 'leave':
        return
      case 'close':
        if (screen.stateOf(call.id) === 'missed') withdrawn.add(call.id)
        return screen.remove(call.id)
      case 'stay-silent':
        if (decision.because !== 'shown-before') keep(call.id, decision.because)
    }
  }

  function consider(call: Call, record: Readonly<CallRecord>) {
    const standing = standingOf(call, record.facts, desk())
    if (standing.standing !== 'rings-me') rung.delete(call.id)
    const decision = decide({
      standing: standing.standing,
      ageMs: ageMs(call),
      isMine: isMine(call.agents, desk()),
      shown: screen.stateOf(call.id),
      shownBefore: shownBefore(call, standing, record),
      seen: call.seen,
      isIgnored: isIgnored(call),
      quiet: quiet(call),
    })
    act(call, decision, standing)
  }

  return {
    onChanged({ before, after, record }) {
      // A repeat changes nothing.
      if (isStopped || before === after) return
      stopMissing(after.id)
      if (before !== null && before.id !== after.id) {
        stopMissing(before.id)
        screen.rename(before.id, after)
        if (rung.delete(before.id)) rung.add(after.id)
      }
      consider(after, record)
    },
    onEdited({ after }) {
      const ended = missing.get(after.id)
      if (ended !== undefined) ended.call = after
      screen.refresh(after)
    },
    onSettingsChanged() {
      const isWanted = (call: Call) => isMine(call.agents, desk()) && !isIgnored(call)
      for (const { call } of [...missing.values()]) if (!isWanted(call)) stopMissing(call.id)
      screen.keepOnly(isWanted)
      if (!asksWhose()) screen.stopAsking()
      screen.redraw()
    },
    onLeave() {
      // What was dismissed before stays dismissed.
      for (const callId of [...rung]) if (screen.stateOf(callId) !== null) rung.delete(callId)
      screen.hush()
    },
    consider(calls) {
      if (isStopped) return
      for (const record of calls) consider(callOf(record), record)
    },
    stop() {
      isStopped = true
      for (const callId of [...missing.keys()]) stopMissing(callId)
      screen.clear()
    },
  }
}
