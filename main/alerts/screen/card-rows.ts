import type { Call, Instant } from '../../../shared/call.ts'
import type { AskedAgent, AwayCardRow, CallCardRow, CallCardState, CardRow } from '../../../shared/card.ts'
import type { CustomerStory } from '../../../shared/customer-story.ts'
import { toEpochMs } from '../../../shared/time.ts'
import type { ToldAgent } from '../../calls/fact.ts'
import { type Display, shownNumber } from '../../display.ts'

/** A call on the screen, as the alerter knows it. */
export interface Shown {
  call: Call
  state: CallCardState
  since: Instant
  /** Who is rung now, or who has it; empty where nobody was told. */
  by: ToldAgent[]
  story: CustomerStory | null
  ask: AskedAgent[] | null
  /** A note is being typed. */
  isTyping: boolean
}

export interface CardContent {
  /** Oldest first. */
  shown: Shown[]
  /** Missed calls that have left their own row. */
  folded: Call[]
  away: AwayCardRow | null
}

const mostRows = 3

/** What matters most where not everything has room. */
const ranks: Record<CallCardState, number> = {
  ringing: 1,
  answered: 2,
  missed: 3,
  'no-news': 4,
  ended: 5,
  taken: 6,
  'moved-on': 7,
}

/** At most three rows: the newest call on top, what is folded below. Nothing leaves while it is being typed at. */
export function cardRows({ shown, folded, away }: CardContent, display: Display): CardRow[] {
  const below: CardRow[] = []
  const [first] = folded
  if (first !== undefined) {
    const starts = folded.map(({ startedAt }) => startedAt)
    const oldestAt = starts.reduce((a, b) => (toEpochMs(b) < toEpochMs(a) ? b : a))
    below.push({ kind: 'missed', count: folded.length, oldestAt, newestId: (folded.at(-1) ?? first).id })
  }
  if (away !== null) below.push(away)
  const newestFirst = shown.toReversed()
  // Sorting is stable: of equal ones the newest comes first.
  const chosen = newestFirst.toSorted((a, b) => rank(a) - rank(b)).slice(0, mostRows - below.length)
  return [
    ...newestFirst.filter((item) => chosen.includes(item)).map((item) => toRow(item, display)),
    ...below,
  ]
}

function rank({ state, isTyping }: Shown): number {
  return isTyping ? 0 : ranks[state]
}

function toRow({ call, state, since, by, story, ask }: Shown, display: Display): CallCardRow {
  const { customer } = call
  const names = by.map(display.agent)
  const isRinging = state === 'ringing' || state === 'no-news'
  return {
    kind: 'call',
    id: call.id,
    state,
    outcome: call.outcome,
    since,
    name: customer.name ?? story?.name ?? null,
    number: shownNumber(customer, display),
    withheld: customer.withheld,
    line: call.department ?? (call.line && display.number(call.line)),
    rings: isRinging ? names : [],
    by: isRinging || names.length === 0 ? null : names.join(', '),
    talkSeconds: call.talkSeconds,
    story,
    note: call.note,
    pretend: call.source === 'pretend',
    ask,
    hasWhatsApp: customer.number !== null && !customer.withheld,
  }
}
