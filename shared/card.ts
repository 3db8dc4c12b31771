import type { Instant, Outcome } from './call.ts'
import type { CustomerStory } from './customer-story.ts'

/** The whole caller card: plain data, complete each time that it changes. Empty: nothing is on the screen. */
export interface Card {
  /** Raised by every change. The page tells which one it has drawn. */
  revision: number
  /** At most three, in the order in which they stand. */
  rows: CardRow[]
}

export type CardRow = CallCardRow | MissedCardRow | AwayCardRow

/** One call, from its ring to a while after its end. */
export interface CallCardRow {
  kind: 'call'
  id: string
  state: CallCardState
  /** How it ended: a `missed` one may have left a voicemail. */
  outcome: Outcome | null
  /** Where the running time counts from: the ring, or the answer. */
  since: Instant
  name: string | null
  /** Grouped, ready for the eye; null where it is withheld or was not told. */
  number: string | null
  withheld: boolean
  /** Department, else the number of the line. */
  line: string | null
  /** Who is rung now, in words (`you`, a name, a number). */
  rings: string[]
  /** `taken`: who answered. `moved-on`: who is rung instead. Null where nobody was told. */
  by: string | null
  talkSeconds: number | null
  story: CustomerStory | null
  note: string
  pretend: boolean
  /** Nobody is set as this desk's agent: whose call is it? Who was rung, to be offered as “that is me”. */
  ask: AskedAgent[] | null
  /** The customer's number is one that WhatsApp can be asked for. */
  hasWhatsApp: boolean
}

export type CallCardState =
  | 'ringing'
  /** By this desk's agent. */
  | 'answered'
  /** Answered by somebody else, or nobody knows yet by whom. */
  | 'taken'
  /** The hunt goes on elsewhere. */
  | 'moved-on'
  | 'ended'
  | 'missed'
  /** Nothing was heard of it for a minute and a half: it may ring no more. */
  | 'no-news'

export interface AskedAgent {
  /** E.164 or id. */
  key: string
  /** A name, a grouped number, an id. */
  label: string
}

/** All missed calls that nobody has looked at, folded into one. */
export interface MissedCardRow {
  kind: 'missed'
  count: number
  oldestAt: Instant
  newestId: string
}

/** What happened while nothing was shown. */
export interface AwayCardRow {
  kind: 'away'
  from: Instant
  to: Instant
  calls: number
  mine: number
  /** Customers among them to whom nobody has spoken since. */
  owed: number
}

/** What a person does on the card. */
export type CardAction =
  /** Takes a row off the screen: a call's, or the one of that kind. */
  | { do: 'dismiss'; row: string | 'missed' | 'away' }
  | { do: 'open'; id: string }
  | { do: 'open-missed' }
  | { do: 'whatsapp'; id: string }
  | { do: 'ignore'; id: string }
  | { do: 'that-is-me'; agent: string }
  | { do: 'watch-all' }
  | { do: 'not-mine'; id: string }
  /** A note is being typed: the row stays, and the card wants the keyboard. */
  | { do: 'type'; id: string; isTyping: boolean }
  /** The keyboard goes back to where it was. */
  | { do: 'leave' }
