import type { CallIndex } from '../calls/index/call-index.ts'
import type { IndexRow } from '../calls/index/index-row.ts'

/** An agent of the calls so far: everything by which they were called, the newest of each first. */
export interface RungAgent {
  /** Numbers (E.164) and ids. */
  keys: Set<string>
  number: string | null
  id: string | null
  name: string | null
  lastRungMs: number
}

const rowsPerChunk = 500
const mostRows = 5_000

/** Who was rung in the newest calls, the one rung last first. Who shares a number or an id is one. */
export function seenAgents(index: Pick<CallIndex, 'newest'>): RungAgent[] {
  const byKey = new Map<string, RungAgent>()

  function meet({ number, id, name }: IndexRow['agents'][number], startedMs: number): void {
    const keys = [number, id].filter((key) => key !== null)
    const [first, second] = keys.flatMap((key) => byKey.get(key) ?? [])
    const seen = first ?? { keys: new Set(), number: null, id: null, name: null, lastRungMs: startedMs }
    if (second !== undefined && second !== seen) absorb(seen, second)
    absorb(seen, { keys: new Set(keys), number, id, name, lastRungMs: startedMs })
  }

  /** What was met first is newer. */
  function absorb(seen: RungAgent, older: RungAgent): void {
    seen.number ??= older.number
    seen.id ??= older.id
    seen.name ??= older.name
    seen.lastRungMs = Math.max(seen.lastRungMs, older.lastRungMs)
    for (const key of older.keys) {
      seen.keys.add(key)
      byKey.set(key, seen)
    }
  }

  for (let from = 0; from < mostRows; from += rowsPerChunk) {
    const rows = index.newest(from, rowsPerChunk)
    for (const row of rows) {
      if (row.pretend) continue
      for (const agent of row.agents) meet(agent, row.startedMs)
    }
    if (rows.length < rowsPerChunk) break
  }
  return [...new Set(byKey.values())].sort((a, b) => b.lastRungMs - a.lastRungMs)
}
