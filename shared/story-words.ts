import type { AwayCardRow } from './card.ts'
import type { CustomerStory } from './customer-story.ts'
import { visibleText } from './safe-text.ts'
import type { StoryClock } from './story-clock.ts'

/** How a customer is known, in words; outside text is left to whoever shows it. */
export interface StoryParts {
  /** `5th call today`, `3 missed`, `waiting since 10:50`; or `first call`. */
  calls: string[]
  /** Nothing is known of the customer but this call. */
  isFirst: boolean
  /** Somebody waits to be called back. */
  isWaiting: boolean
  /** `Last spoke to <by> 10:05: “refund”`. */
  last: { lead: string; by: string | null; at: string | null; note: string | null } | null
}

export function storyParts(story: CustomerStory, clock: StoryClock): StoryParts {
  const { callsToday, missedToday, waitingSince } = story
  if (isFirst(story)) return { calls: ['first call'], isFirst: true, isWaiting: false, last: null }
  const calls = [
    callsToday > 1 && `${ordinal(callsToday)} call today`,
    // The only call of today has its own word for it.
    callsToday > 1 && missedToday > 0 && `${missedToday} missed`,
    waitingSince !== null && `waiting since ${clock.moment(waitingSince)}`,
  ].filter((part) => part !== false)
  return { calls, isFirst: false, isWaiting: waitingSince !== null, last: lastParts(story, clock) }
}

/** The same as plain lines, for where nothing can be marked; null where nothing is known but that they call. */
export function storyWords(story: CustomerStory, clock: StoryClock): string | null {
  if (isFirst(story)) return null
  const { calls, last } = storyParts(story, clock)
  const lines = [calls.join(' · '), last === null ? '' : lastWords(last)].filter((line) => line !== '')
  return lines.length === 0 ? null : lines.join('\n')
}

export function awayWords(
  { from, to, calls, mine, owed }: Pick<AwayCardRow, 'from' | 'to' | 'calls' | 'mine' | 'owed'>,
  clock: StoryClock,
): { title: string; body: string } {
  const body = [
    `${calls} ${calls === 1 ? 'call' : 'calls'}`,
    `${mine === 0 ? 'none' : mine} for you`,
    owed > 0 && `${owed} still to call back`,
  ]
  return {
    title: `While you were away ${clock.moment(from)}–${clock.time(to)}`,
    body: body.filter((part) => part !== false).join(', '),
  }
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function ordinal(count: number): string {
  const isTeen = Math.floor(count / 10) % 10 === 1
  return `${count}${(isTeen ? undefined : endings[count % 10]) ?? 'th'}`
}

const endings: Record<number, string> = { 1: 'st', 2: 'nd', 3: 'rd' }

function isFirst({ callsToday, waitingSince, lastSpoke, lastNote }: CustomerStory): boolean {
  return callsToday === 1 && waitingSince === null && lastSpoke === null && visibleText(lastNote) === null
}

function lastParts({ lastSpoke, lastNote }: CustomerStory, clock: StoryClock): StoryParts['last'] {
  const note = visibleText(lastNote)
  if (lastSpoke === null) return note === null ? null : { lead: 'Last note', by: null, at: null, note }
  const by = visibleText(lastSpoke.by)
  return { lead: by === null ? 'Last spoke' : 'Last spoke to', by, at: clock.moment(lastSpoke.at), note }
}

function lastWords({ lead, by, at, note }: NonNullable<StoryParts['last']>): string {
  const spoken = [lead, by, at].filter((part) => part !== null).join(' ')
  return note === null ? spoken : `${spoken}: “${note}”`
}
