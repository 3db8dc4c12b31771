import type { Instant } from '../../shared/call.ts'
import { toEpochMs } from '../../shared/time.ts'
import type { CallBook } from '../calls/book/call-book.ts'
import type { CallRecord } from '../calls/call-record.ts'
import type { Fact } from '../calls/fact.ts'
import type { CallIndex } from '../calls/index/call-index.ts'
import type { NotUnderstood } from '../interpretation/not-understood.ts'

/** What the newest real calls show of the webhooks in MyOperator's panel. Every instant is of our clock, and the newest. */
export interface WhatArrived {
  /** Without a right proof, since the start; null where that is not known. */
  refusedAt: Instant | null
  /** With a right proof. */
  heardAt: Instant | null
  seen: Seen
  /** Something of another channel: WhatsApp. */
  notCallsAt: Instant | null
}

export interface Seen {
  calls: number
  ringingAt: Instant | null
  /** While it rang. */
  agentNamedAt: Instant | null
  answeredAt: Instant | null
  /** Told when the call ended, and not only by the log about it. */
  endAt: Instant | null
  /** An after-call log or a summary. */
  logAt: Instant | null
  talkTimeAt: Instant | null
  /** One call of which both a ring and an end were seen: only that proves the whole way. */
  wholeAt: Instant | null
  panels: Panel[]
}

/** Which of the panel's webhooks were seen. */
export type Panel = 'v2' | 'v1'

export interface WhatArrivedOptions {
  callBook: { index: Pick<CallIndex, 'newest'>; record: CallBook['record'] }
  /** Newest first. */
  notUnderstood: readonly Pick<NotUnderstood, 'receivedAt' | 'reason'>[]
  heardAt: Instant | null
  refusedAt: Instant | null
}

const callsAsked = 50
/** Pretend calls stand between them. */
const rowsAsked = 2 * callsAsked

/** Opens the pages of at most the newest 50 real calls: cheap enough to be asked after every delivery. */
export async function whatArrived(options: WhatArrivedOptions): Promise<WhatArrived> {
  const { callBook, notUnderstood, heardAt, refusedAt } = options
  const records = await newestRealCalls(callBook)
  const facts = records.flatMap((record) => record.facts).filter(isTold)
  return {
    refusedAt,
    heardAt: latest([heardAt, notUnderstood[0]?.receivedAt ?? null, newestOf(facts, () => true)]),
    seen: seenIn(records),
    notCallsAt: notUnderstood.find(({ reason }) => reason === 'not-a-call')?.receivedAt ?? null,
  }
}

export async function newestRealCalls(callBook: WhatArrivedOptions['callBook']): Promise<CallRecord[]> {
  const rows = callBook.index.newest(0, rowsAsked).filter(({ pretend }) => !pretend)
  const records: CallRecord[] = []
  for (const { id } of rows.slice(0, callsAsked)) {
    const record = await callBook.record(id)
    if (record !== null) records.push(record)
  }
  return records
}

function seenIn(records: readonly CallRecord[]): Seen {
  const facts = records.flatMap((record) => record.facts).filter(isTold)
  const whole = records.filter((record) => record.facts.some(isRing) && record.facts.some(isEnd))
  const isV2 = ({ eventType }: Fact) => eventType !== undefined
  return {
    calls: records.length,
    ringingAt: newestOf(facts, isRing),
    agentNamedAt: newestOf(facts, (fact) => isRing(fact) && hasAgents(fact)),
    answeredAt: newestOf(facts, ({ kind }) => kind === 'answered'),
    endAt: newestOf(facts, ({ kind }) => kind === 'ended'),
    logAt: newestOf(facts, ({ kind }) => kind === 'log'),
    talkTimeAt: newestOf(facts, ({ talkSeconds }) => talkSeconds !== undefined),
    wholeAt: newestOf(
      whole.flatMap((record) => record.facts),
      isEnd,
    ),
    panels: [
      ...(facts.some(isV2) ? (['v2'] as const) : []),
      ...(facts.some((fact) => !isV2(fact)) ? (['v1'] as const) : []),
    ],
  }
}

/** Our own mark about a call without news is none of the provider's. */
function isTold({ kind }: Fact): boolean {
  return kind !== 'closed'
}

function isRing({ kind }: Fact): boolean {
  return kind === 'ringing'
}

/** The log about it tells of the end too. */
function isEnd({ kind }: Fact): boolean {
  return kind === 'ended' || kind === 'log'
}

function hasAgents({ agents = [] }: Fact): boolean {
  return agents.length > 0
}

function newestOf(facts: Fact[], is: (fact: Fact) => boolean): Instant | null {
  return latest(facts.filter(is).map(({ receivedAt }) => receivedAt))
}

function latest(instants: (Instant | null)[]): Instant | null {
  return instants.reduce(
    (newest, instant) =>
      instant !== null && (newest === null || toEpochMs(instant) > toEpochMs(newest)) ? instant : newest,
    null,
  )
}
