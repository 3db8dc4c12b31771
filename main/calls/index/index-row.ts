import type { Agent, Call, Direction, Outcome, Phase } from '../../../shared/call.ts'
import { toEpochMs } from '../../../shared/time.ts'
import type { CallRecord } from '../call-record.ts'

/** What lists, filters, search and identity need of one call: everything else is on its page. */
export interface IndexRow {
  id: string
  aliases?: string[]
  startedMs: number
  /** Newest arrival of any of its facts. */
  heardMs: number
  answeredMs: number | null
  endedMs: number | null
  direction: Direction
  phase: Phase
  outcome: Outcome | null
  number: string | null
  raw: string | null
  name: string | null
  withheld: boolean
  line: string | null
  department: string | null
  /** Everyone rung. */
  agents: Pick<Agent, 'number' | 'id' | 'name'>[]
  answeredBy: string | null
  talkSeconds: number | null
  totalSeconds: number | null
  note: string
  tags: string[]
  seen: boolean
  pretend: boolean
  /** What a search looks through, folded by `foldText`. */
  text: string
}

/** Raised whenever rows of the same facts would look different: every row is made anew then. */
export const indexRowVersion = 2

export function toIndexRow(record: CallRecord, call: Call): IndexRow {
  const agents = call.agents.map(({ number, id, name }) => ({ number, id, name }))
  return {
    id: call.id,
    ...(record.aliases && { aliases: record.aliases }),
    startedMs: toEpochMs(call.startedAt),
    heardMs: record.facts.reduce((latest, fact) => Math.max(latest, toEpochMs(fact.receivedAt)), 0),
    answeredMs: call.answeredAt === null ? null : toEpochMs(call.answeredAt),
    endedMs: call.endedAt === null ? null : toEpochMs(call.endedAt),
    direction: call.direction,
    phase: call.phase,
    outcome: call.outcome,
    number: call.customer.number,
    raw: call.customer.raw,
    name: call.customer.name,
    withheld: call.customer.withheld,
    line: call.line,
    department: call.department,
    agents,
    answeredBy: call.answeredBy,
    talkSeconds: call.talkSeconds,
    totalSeconds: call.totalSeconds,
    note: call.note,
    tags: call.tags,
    seen: call.seen,
    pretend: call.source === 'pretend',
    text: searchText(call),
  }
}

function searchText(call: Call): string {
  const { number, raw, name } = call.customer
  const digits = (number ?? raw ?? '').replaceAll(/\D/g, '')
  const words = [
    digits,
    name,
    call.note,
    ...call.tags,
    call.department,
    ...call.agents.map((agent) => agent.name),
  ]
  return foldText(words.filter(Boolean).join('\n'))
}

/** One spelling for what a person would call the same: width, case, composed characters. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
