import type { CallRecord } from '../call-record.ts'
import type { Fact } from '../fact.ts'
import type { Ordinal } from '../index/call-index.ts'
import { mergeEdits } from '../merge.ts'
import type { CallStore } from './call-store.ts'

/** The pages' part of a rebuild: emptied of what the journal still tells, and tidied when it has told it again. */
export interface PageRebuild {
  /** Takes out every fact of these deliveries. Edits stay where they are. */
  beginRebuild(deliveryIds: ReadonlySet<string>): Promise<void>
  /** Where a call's facts came back as another call's, its edits follow them. `save` writes everything. */
  finishRebuild(save: () => Promise<void>): Promise<void>
}

export function createPageRebuild(store: CallStore): PageRebuild {
  /** Deliveries of calls that a person has edited, and where those edits are. */
  const editedAt = new Map<string, Ordinal>()

  async function* records(): AsyncGenerator<[Ordinal, CallRecord]> {
    for (let ordinal = 0; ordinal < store.end(); ordinal++) {
      const record = await store.recordAt(ordinal)
      if (record !== null) yield [ordinal, record]
    }
  }

  /** Only from calls that have nothing left: what is still a call keeps what was said about it. */
  async function collectEdits(ordinal: Ordinal, record: CallRecord): Promise<void> {
    const sources = new Set(deliveriesOf(record).flatMap((id) => editedAt.get(id) ?? []))
    for (const source of sources) {
      const emptied = source === ordinal ? null : await store.recordAt(source)
      if (emptied === null || emptied.facts.length > 0) continue
      record.edits = mergeEdits(record.edits, emptied.edits)
      emptied.edits = {}
      store.changed(ordinal, record)
    }
  }

  return {
    async beginRebuild(deliveryIds) {
      await store.setRebuilding(true)
      for await (const [ordinal, record] of records()) {
        const kept = withoutRetold(record.facts, deliveryIds)
        if (kept.length === record.facts.length && kept.length > 0) continue
        if (isEdited(record)) for (const id of deliveriesOf(record)) editedAt.set(id, ordinal)
        record.facts = kept
        store.changed(ordinal, record)
      }
    },
    async finishRebuild(save) {
      for await (const [ordinal, record] of records()) {
        if (record.facts.length > 0) await collectEdits(ordinal, record)
      }
      editedAt.clear()
      for await (const [ordinal, record] of records()) {
        if (record.facts.length === 0 && !isEdited(record)) await store.remove(ordinal)
      }
      await store.settleLostPages()
      await save()
      await store.setRebuilding(false)
    },
  }
}

/** Marks alone are no call: the journal tells them again with the rest. */
function withoutRetold(facts: Fact[], deliveryIds: ReadonlySet<string>): Fact[] {
  const kept = facts.filter(({ deliveryId }) => !deliveryIds.has(deliveryId))
  return kept.every(({ kind }) => kind === 'closed') ? [] : kept
}

/** A mark has none. */
function deliveriesOf({ facts }: CallRecord): string[] {
  return facts.map(({ deliveryId }) => deliveryId).filter((id) => id !== '')
}

function isEdited({ edits }: CallRecord): boolean {
  return Object.keys(edits).length > 0
}
