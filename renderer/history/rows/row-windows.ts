import type { RowsQuery, RowsWindow } from '../../../shared/ipc-contract.ts'
import { failureReason } from '../../wording/failure-reason.ts'
import { isSame, type Question, type RowsView, unanswered, withWindow } from './rows-view.ts'
import { windowRows, windowsAround, windowsToDrop } from './window-range.ts'

export interface RowWindows {
  view(): RowsView
  subscribe(listener: () => void): () => void
  ask(question: Question): void
  /** The rows now in the viewport. */
  showRange(first: number, last: number): void
  /** Something changed: asks again for what is shown, once per frame however often it is called. */
  invalidate(): void
  retry(): void
}

interface Deps {
  request(query: RowsQuery): Promise<RowsWindow>
  nextFrame(run: () => void): void
}

const requestsAtOnce = 2

/**
 * The windows of rows around the viewport: a few are kept, few are asked for at once, and what was asked for
 * under an older question is dropped when it comes. Rows that may have changed stay until their successors arrive.
 */
export function createRowWindows({ request, nextFrame }: Deps): RowWindows {
  const listeners = new Set<() => void>()
  let view = unanswered
  /** Counts questions: tells answers to older ones. */
  let questions = 0
  /** Counts news: tells which windows are older than it. */
  let news = 0
  let isFrameAwaited = false
  /** After a failure nothing is asked until there is a reason to: news, another question, a person. */
  let isHeld = false
  let range = { first: 0, last: 0 }
  /** The news that each window held already knows. */
  const newsOf = new Map<number, number>()
  const underWay = new Set<number>()

  function show(next: RowsView) {
    view = next
    for (const listener of listeners) listener()
  }

  function load() {
    if (isHeld) return
    // A question without an answer yet starts at its top: nothing else is known about it.
    const wanted = view.waiting ? [0] : windowsAround(range, view)
    for (const number of wanted) {
      if (underWay.size >= requestsAtOnce) return
      if (underWay.has(number) || newsOf.get(number) === news) continue
      void loadWindow(number)
    }
  }

  async function loadWindow(number: number) {
    const askedUnder = { questions, news }
    underWay.add(number)
    try {
      const answer = await request({ ...view.asked, from: number * windowRows, count: windowRows })
      if (askedUnder.questions !== questions) return
      underWay.delete(number)
      take(number, answer, askedUnder.news)
    } catch (error) {
      if (askedUnder.questions !== questions) return
      underWay.delete(number)
      isHeld = true
      show({ ...view, failure: failureReason(error) })
    }
    load()
  }

  function take(number: number, answer: RowsWindow, newsThen: number) {
    if (view.waiting) range = { first: 0, last: 0 }
    const next = withWindow(view, number, answer)
    const windows = new Map(next.windows)
    newsOf.set(number, newsThen)
    for (const far of windowsToDrop(windows.keys(), range, next.total)) {
      windows.delete(far)
      newsOf.delete(far)
    }
    show({ ...next, windows })
  }

  function loadAnew() {
    news++
    isHeld = false
    load()
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask(question) {
      if (isSame(question, view.asked)) return
      questions++
      underWay.clear()
      newsOf.clear()
      isHeld = false
      show({ ...view, asked: question, waiting: true })
      load()
    },
    showRange(first, last) {
      range = { first, last }
      load()
    },
    invalidate() {
      if (isFrameAwaited) return
      isFrameAwaited = true
      nextFrame(() => {
        isFrameAwaited = false
        loadAnew()
      })
    },
    retry: loadAnew,
  }
}
