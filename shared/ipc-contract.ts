import type { Call, Direction, Instant, Outcome, Phase } from './call.ts'
import type { Card, CardAction } from './card.ts'
import type { BlindSpot, ProbeFinding } from './hearing.ts'
import type { ArrivedDelivery } from './kept-delivery.ts'
import type { SetUp, Traffic } from './set-up.ts'
import type { SettingsChange, SettingsPage } from './settings-page.ts'
import type { Status } from './status.ts'
import type { TunnelSecretName, TunnelSettings } from './tunnel.ts'

/**
 * Everything a window can ask of the main process, and everything it is told. A window takes one snapshot,
 * then listens; lists are asked for in windows of rows, never whole.
 */
export interface Requests {
  /** The state a window starts from. */
  snapshot: { args: []; result: Snapshot }
  /** A window of the history, newest first. */
  rows: { args: [RowsQuery]; result: RowsWindow }
  /** One call with everything its detail shows; null when it is gone. */
  call: { args: [id: string]; result: CallDetail | null }
  /** What arrived about a call, oldest first. */
  arrived: { args: [callId: string]; result: ArrivedDelivery[] }
  /** Deliveries that gave no call, newest first, at most 100. */
  notUnderstood: { args: []; result: ArrivedDelivery[] }
  /** Reads every kept delivery again, as this version understands it. */
  interpretAgain: { args: []; result: { deliveries: number; calls: number } }
  /** Saves the one note of a call (at most 4,000 characters). */
  setNote: { args: [id: string, note: string]; result: undefined }
  /** The agent has looked at this call. */
  markSeen: { args: [id: string]; result: undefined }
  /** Plays a labelled call through the real door. */
  pretendCall: { args: []; result: undefined }
  /** Puts something on the clipboard: windows have no clipboard permission. */
  copy: { args: [CopyRequest]; result: undefined }
  setDoNotDisturb: { args: [minutes: number | null]; result: undefined }
  /** The state the card starts from. */
  card: { args: []; result: Card }
  /** The card's page has drawn this revision, so many pixels high: now it can be shown. */
  cardDrawn: { args: [revision: number, height: number]; result: undefined }
  cardAction: { args: [CardAction]; result: undefined }
  settingsPage: { args: []; result: SettingsPage }
  /** Resolves when the change is saved and in effect. */
  changeSettings: { args: [SettingsChange]; result: undefined }
  openSettings: { args: []; result: undefined }
  setUp: { args: []; result: SetUp }
  openSetUp: { args: []; result: undefined }
  /** Somebody has chosen how to begin. */
  chooseDoor: { args: [door: 'company' | 'pretend']; result: undefined }
  setTraffic: { args: [Traffic]; result: undefined }
  /** Saves the way in and opens it; null closes it. Rejects with a sentence where it cannot be right. */
  setTunnel: { args: [TunnelSettings | null]; result: undefined }
  /** Keeps a secret of a way in; null forgets it. No window is ever told one. */
  keepSecret: { args: [name: TunnelSecretName, value: string | null]; result: undefined }
  /** Sends a probe to our own public address; null where there is none. */
  probeNow: { args: []; result: ProbeFinding | null }
  itIsAHoliday: { args: []; result: undefined }
  /** Opens a page outside: the sign-in page that a probe found, or the system's settings of notifications. */
  openOutside: { args: ['wifi-sign-in' | 'notification-settings']; result: undefined }
  /** When calls could not be heard between two instants, oldest first. */
  blindSpots: { args: [from: Instant, to: Instant]; result: BlindSpot[] }
}

export interface Announcements {
  /** Rows or calls changed; `ids` names at most 100 of them, null means "anything". */
  callsChanged: { ids: string[] | null }
  statusChanged: Status
  /** Bring this call into view and select it. */
  showCall: { id: string }
  /** Show the missed calls. */
  showMissed: null
  cardChanged: Card
  /** What the settings window shows is another: it asks again. */
  settingsChanged: null
}

export type RequestName = keyof Requests
export type AnnouncementName = keyof Announcements

/** What the preload exposes as `window.ringtray`. */
export interface RingtrayBridge {
  request<N extends RequestName>(name: N, ...args: Requests[N]['args']): Promise<Requests[N]['result']>
  /** Returns the function that stops listening. */
  on<N extends AnnouncementName>(name: N, listener: (announcement: Announcements[N]) => void): () => void
}

export interface Snapshot {
  status: Status
  connection: Connection
  /** What a click asked for before the window was ready: a call, or the missed ones. */
  wish: { show: 'call'; id: string } | { show: 'missed' } | null
  appVersion: string
}

/** What the owner pastes into MyOperator's panel. The secret itself is only ever copied, never sent to a window. */
export interface Connection {
  webhookUrl: string
  /** Null where only Basic or query proofs are configured. */
  headerName: string | null
}

export interface RowsQuery {
  /** Number fragment in any form, name or note; empty for all. */
  query: string
  filter: 'all' | 'mine' | 'missed'
  /** Index of the first row wanted. */
  from: number
  /** At most 200. */
  count: number
}

export interface RowsWindow {
  from: number
  rows: HistoryRow[]
  /** Rows known to match. While `complete` is false there may be more; ask further to find out. */
  total: number
  complete: boolean
}

/** One line of the history. Numbers come ready for the eye: grouping them needs the country's metadata. */
export interface HistoryRow {
  id: string
  startedAt: Instant
  answeredAt: Instant | null
  endedAt: Instant | null
  direction: Direction
  phase: Phase
  outcome: Outcome | null
  name: string | null
  /** Grouped as its country writes it (`98230 45678`; foreign numbers `+44 20 7946 0018`), or as it came. */
  number: string | null
  withheld: boolean
  /** Department, else the line's number, ready for the eye. */
  line: string | null
  /** Names, else grouped numbers, else ids. */
  agents: string[]
  answeredBy: string | null
  /** One of the rung agents is this desk's agent (or nobody is configured). */
  mine: boolean
  talkSeconds: number | null
  totalSeconds: number | null
  note: string
  tags: string[]
  seen: boolean
  pretend: boolean
  /** The first row of its day in this list, in this machine's zone: a day heading stands above it. */
  firstOfDay: boolean
}

export interface CallDetail {
  call: Call
  /** `+91 98230 45678`. */
  internationalNumber: string | null
  /** `98230 45678`, or the international form of a foreign number. */
  nationalNumber: string | null
  /** Department, else the service number. */
  line: string | null
  /** The service number, grouped. */
  lineNumber: string | null
  /** Ready for the eye, in the order of `call.agents`. */
  agents: string[]
  answeredBy: string | null
  timeline: TimelineEntry[]
  /** A sentence: shown, or why not. */
  alert: string
  deliveryCount: number
}

/** A step of the call as a person reads it. */
export interface TimelineEntry {
  at: Instant
  kind: Call['events'][number]['kind']
  text: string
}

export type CopyRequest =
  /** The public one where there is a way in, else that of the listener. */
  | { what: 'webhookUrl' }
  | { what: 'headerName' }
  /** The secret alone. */
  | { what: 'headerValue' }
  /** What the owner has to do, as a message to send; without the secret. */
  | { what: 'ownerMessage' }
  /** The panel's form: `["name: value"]`. */
  | { what: 'headerLine' }
  /** Ten digits in India, `+…` for foreign numbers or when `international`. */
  | { what: 'number'; id: string; international: boolean }
  /** A kept delivery for somebody who can help: its shape, with every number and word masked. */
  | { what: 'maskedReport'; deliveryId: string }
