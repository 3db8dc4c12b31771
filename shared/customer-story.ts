import type { Instant } from './call.ts'

/** How a customer who calls is known: what their calls so far add up to. */
export interface CustomerStory {
  /** By which an earlier call knew them; a call that rings tells a number only. */
  name: string | null
  /** Calls of theirs that began today in this machine's zone, the one that is shown included. */
  callsToday: number
  missedToday: number
  /** When the oldest call began that nobody has made good since; null: nothing is owed. */
  waitingSince: Instant | null
  lastSpoke: { by: string | null; at: Instant } | null
  /** The newest note on any of their calls. */
  lastNote: string | null
}
