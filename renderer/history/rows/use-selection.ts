import { useCallback, useEffect, useState } from 'react'
import type { RowsView } from './rows-view.ts'
import { nothingSelected, type Selection, settled } from './selection.ts'

interface ChosenCall {
  selection: Selection
  /** Changes when the selected row is to be brought into view. */
  reveal: number
  selectIndex(index: number): void
  /** Its place may become known later; then it is brought into view. */
  selectCall(id: string): void
}

export function useSelection(view: RowsView): ChosenCall {
  const [chosen, setChosen] = useState<Selection>(nothingSelected)
  const [reveal, setReveal] = useState(0)
  const [isToBeFound, setToBeFound] = useState(false)
  const [question, setQuestion] = useState(view.question)
  // Under another question the old place means nothing.
  const remembered =
    question === view.question || chosen.id === null ? chosen : { id: chosen.id, index: null }
  const selection = settled(remembered, view)

  if (question !== view.question) setQuestion(view.question)
  if (selection !== chosen) setChosen(selection)
  if (isToBeFound && !view.waiting && selection.index !== null) {
    setToBeFound(false)
    setReveal(reveal + 1)
  }

  // What was not among the first rows is not waited for: a list that jumps later would surprise.
  useEffect(() => {
    if (!isToBeFound || view.waiting) return
    const timer = setTimeout(() => setToBeFound(false), 1_000)
    return () => clearTimeout(timer)
  }, [isToBeFound, view.waiting])

  return {
    selection,
    reveal,
    selectIndex: useCallback((index: number) => {
      setChosen({ id: null, index })
      setToBeFound(false)
      setReveal((count) => count + 1)
    }, []),
    selectCall(id: string) {
      setChosen({ id, index: null })
      setToBeFound(true)
    },
  }
}
