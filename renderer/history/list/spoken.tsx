import { useEffect, useRef, useState } from 'react'
import type { RowsView } from '../rows/rows-view.ts'
import { announcement, resultCount, type SpokenStates, statesOf } from './announcement.ts'

/** Reads out what changed at the top of the list, and how much a search found. */
export function Spoken({ view }: { view: RowsView }) {
  const [words, setWords] = useState('')
  const spoken = useRef<{ states: SpokenStates; query: string } | null>(null)

  useEffect(() => {
    const newest = view.windows.get(0)
    if (newest === undefined || view.waiting) return
    const before = spoken.current
    spoken.current = { states: statesOf(newest), query: view.question.query }
    if (before === null) return
    const next =
      before.query === view.question.query
        ? announcement(before.states, newest)
        : resultCount({ total: view.total, complete: view.complete, query: view.question.query })
    if (next !== null) setWords(next)
  }, [view])

  return <output className="hidden">{words}</output>
}
