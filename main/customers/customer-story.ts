import { type Customer, isMissed } from '../../shared/call.ts'
import type { CustomerStory } from '../../shared/customer-story.ts'
import { visibleText } from '../../shared/safe-text.ts'
import { toInstant } from '../../shared/time.ts'
import { listedCustomer } from '../calls/index/by-customer.ts'
import type { CallIndex } from '../calls/index/call-index.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import type { Display } from '../display.ts'
import { isTalk, owed, spokenMs } from './owed.ts'

/** The call for which the story is told: a row as it is, of a `Call` its id and what its `customer` holds. */
export type ShownCall = Pick<IndexRow, 'id'> & Pick<Customer, 'number' | 'raw' | 'withheld'>

export interface CustomerStoryOptions {
  /** Holds the shown call too. */
  index: Pick<CallIndex, 'ofCustomer'>
  display: Pick<Display, 'agent'>
  nowMs: number
}

/** Of a customer who calls without end (a test line) the newest calls tell enough, in a few milliseconds. */
const mostCalls = 10_000

/** Null where nobody can say who calls. */
export function customerStory(
  shown: ShownCall,
  { index, display, nowMs }: CustomerStoryOptions,
): CustomerStory | null {
  const customer = listedCustomer(shown)
  if (customer === null) return null
  const calls = newestCalls(index.ofCustomer(customer))
  const others = calls.filter(({ id }) => id !== shown.id)
  const todayMs = startOfDayMs(nowMs)
  const today = calls.filter(({ startedMs, direction }) => startedMs >= todayMs && direction !== 'outgoing')
  const waiting = owed(calls)
  const talk = others.find(isTalk)
  return {
    name: others.find(({ name }) => visibleText(name) !== null)?.name ?? null,
    callsToday: today.length,
    missedToday: today.filter(({ outcome }) => isMissed(outcome)).length,
    waitingSince: waiting && toInstant(waiting.since),
    lastSpoke: talk === undefined ? null : { by: speakerOf(talk, display), at: toInstant(spokenMs(talk)) },
    lastNote: others.find(({ note }) => note.trim() !== '')?.note ?? null,
  }
}

function newestCalls(rows: Iterable<IndexRow>): IndexRow[] {
  const calls: IndexRow[] = []
  for (const row of rows) {
    if (calls.length === mostCalls) break
    if (!row.pretend) calls.push(row)
  }
  return calls
}

function speakerOf({ agents, answeredBy }: IndexRow, display: Pick<Display, 'agent'>): string | null {
  if (answeredBy === null) return null
  const speaker = agents.find(({ number, id }) => (number ?? id) === answeredBy)
  return display.agent(speaker ?? { number: answeredBy })
}

/** In this machine's zone. */
function startOfDayMs(nowMs: number): number {
  return new Date(nowMs).setHours(0, 0, 0, 0)
}
