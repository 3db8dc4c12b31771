import { describe, expect, it } from 'vitest'
import type { CallRecord } from '../../main/calls/call-record.ts'
import type { Fact } from '../../main/calls/fact.ts'
import { createCallIndex } from '../../main/calls/index/call-index.ts'
import { toIndexRow } from '../../main/calls/index/index-row.ts'
import { project } from '../../main/calls/project.ts'
import { whatArrived } from '../../main/set-up/what-arrived.ts'
import { arrive } from '../calls/facts.ts'

async function seenOf(...calls: Fact['kind'][][]) {
  const index = createCallIndex()
  const records = new Map<string, CallRecord>()
  for (const [ordinal, kinds] of calls.entries()) {
    const id = `n1.1.${ordinal}`
    const facts = arrive(...kinds.map((kind) => ({ kind, uid: id })))
    records.set(id, { id, facts, edits: {} })
    index.put(ordinal, toIndexRow({ id, facts, edits: {} }, project(id, facts, {})))
  }
  const callBook = { index, record: async (id: string) => records.get(id) ?? null }
  return (await whatArrived({ callBook, notUnderstood: [], heardAt: null, refusedAt: null })).seen
}

describe('what arrived', () => {
  it.each<[string, Fact['kind'][][], boolean]>([
    ['nothing', [], false],
    ['a ring alone', [['ringing']], false],
    ['a log alone', [['log']], false],
    ['a ring of one call and the log of another', [['ringing'], ['log']], false],
    ['the ring and the end of one call', [['ringing', 'ended']], true],
    ['the ring and the log of one call', [['ringing', 'log']], true],
    ['our own mark that closed a call', [['ringing', 'closed']], false],
  ])('with %s proves a whole call: %s', async (_what, calls, expected) => {
    expect((await seenOf(...calls)).wholeAt !== null).toBe(expected)
  })
})
