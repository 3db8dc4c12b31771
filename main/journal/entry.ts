import { crc32 } from 'node:zlib'
import type { Instant } from '../../shared/call.ts'
import type { DeafCause } from '../../shared/hearing.ts'

/** One line of the journal. `seq` is never used twice. */
export type JournalEntry = { seq: number } & EntryContent

export type EntryContent = DeliveryEntry | EditEntry | ClosedMark | DeafMark

/** What arrived, secrets removed. */
export interface DeliveryEntry {
  kind: 'delivery'
  id: string
  receivedAt: Instant
  method: 'GET' | 'POST'
  query?: [name: string, value: string][]
  /** The body where it is UTF-8 … */
  body?: string
  /** … and where it is not. */
  bodyBase64?: string
  /** Answered 400: kept as evidence, never interpreted. */
  unreadable?: 'no-object' | 'too-deep'
  pretend?: true
}

/** Something a person changed about a call. */
export type EditEntry = { kind: 'edit'; callId: string; at: Instant; desk: string } & EditChange

export type EditChange =
  | { field: 'note'; value: string }
  | { field: 'seen'; value: boolean }
  | { field: 'alert'; value: string }
  | { field: 'tag'; tag: string; value: boolean }

/** A call closed for want of news; counts only while the named fact is the call's last. */
export interface ClosedMark {
  kind: 'mark'
  mark: 'closed'
  callId: string
  closes: string
  at: Instant
}

/** Between these instants nothing could be heard. Changes no call. */
export interface DeafMark {
  kind: 'mark'
  mark: 'deaf'
  from: Instant
  to: Instant
  because: DeafCause
}

/** `<crc32 of the rest, 8 hex> <JSON>\n`. JSON holds no raw line feed, so a line is an entry. */
export function formatEntry(entry: JournalEntry): string {
  const json = JSON.stringify(entry)
  return `${checksum(json)} ${json}\n`
}

/** The entry of a line without its line feed, or null where checksum or shape are wrong. */
export function parseEntry(line: Buffer): JournalEntry | null {
  if (line.length < 10 || line[8] !== 0x20) return null
  if (line.toString('latin1', 0, 8) !== checksum(line.subarray(9))) return null
  try {
    return JSON.parse(line.toString('utf8', 9)) as JournalEntry
  } catch {
    return null
  }
}

function checksum(json: string | Buffer): string {
  return crc32(json).toString(16).padStart(8, '0')
}

export function isDelivery(entry: JournalEntry): entry is DeliveryEntry & { seq: number } {
  return entry.kind === 'delivery'
}
