import { createCallIndex } from '../../main/calls/index/call-index.ts'
import { type IndexRow, toIndexRow } from '../../main/calls/index/index-row.ts'
import { project } from '../../main/calls/project.ts'
import { toEpochMs } from '../../shared/time.ts'
import { arrive } from '../calls/facts.ts'

export const sunita = '+919876543210'
export const me = { number: '+919000010001', id: null, name: 'Asha Rao' }
export const colleague = { number: '+919000010002', id: null, name: 'Vikram Shah' }

/** That time of day on 23 November 2026 where these tests run (half an hour beside the full one from UTC). */
export function at(time: string): number {
  return toEpochMs(`2026-11-23T${time.padEnd(8, ':00')}+05:30`)
}

/** An incoming call of Sunita's that began then and rang me; missed unless told otherwise. */
export function call(id: string, startedMs: number, changes: Partial<IndexRow> = {}): IndexRow {
  const facts = arrive({ kind: 'ringing', direction: 'incoming', customer: { number: sunita } })
  const record = { id, facts, edits: {} }
  return {
    ...toIndexRow(record, project(id, facts, {})),
    ...{ startedMs, phase: 'ended', outcome: 'missed', agents: [me] },
    ...changes,
  }
}

/** What makes a call one in which the colleague spoke with the customer. */
export function answered(answeredMs: number, answerer = colleague): Partial<IndexRow> {
  return { outcome: 'connected', answeredMs, agents: [me, answerer], answeredBy: answerer.number }
}

export const ringing: Partial<IndexRow> = { phase: 'ringing', outcome: null }

export function indexOf(...rows: IndexRow[]) {
  const index = createCallIndex()
  for (const [ordinal, row] of rows.entries()) index.put(ordinal, row)
  return index
}
