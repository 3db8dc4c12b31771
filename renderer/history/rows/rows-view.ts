import type { HistoryRow, RowsQuery, RowsWindow } from '../../../shared/ipc-contract.ts'
import { headingsWith } from './window-range.ts'

export type Question = Pick<RowsQuery, 'query' | 'filter'>

export const everything: Question = { query: '', filter: 'all' }

export function isSame(one: Question, other: Question): boolean {
  return one.query === other.query && one.filter === other.filter
}

/** What the list shows. A new object whenever something in it changed. */
export interface RowsView {
  /** What the person wants to see. */
  asked: Question
  /** The question that the rows answer; the previous one until the one asked is answered. */
  question: Question
  /** The question asked has no answer yet. */
  waiting: boolean
  /** False until the first answer ever. */
  answered: boolean
  total: number
  complete: boolean
  /** Rows by window number. */
  windows: ReadonlyMap<number, HistoryRow[]>
  /** Indexes known to have a day heading above them, loaded or no longer. */
  headings: ReadonlySet<number>
  failure: string | null
}

export const unanswered: RowsView = {
  asked: everything,
  question: everything,
  waiting: true,
  answered: false,
  total: 0,
  complete: false,
  windows: new Map(),
  headings: new Set(),
  failure: null,
}

/** The view once a window has come; the first answer to a question replaces all that was shown before. */
export function withWindow(view: RowsView, number: number, answer: RowsWindow): RowsView {
  const { total, windows, headings } = view.waiting ? unanswered : view
  // While nobody knows how many rows there are, the most ever seen counts.
  const known = Math.max(answer.total, answer.from + answer.rows.length, total)
  const newTotal = answer.complete ? answer.total : known
  return {
    asked: view.asked,
    question: view.asked,
    waiting: false,
    answered: true,
    total: newTotal,
    complete: answer.complete,
    windows: new Map(windows).set(number, answer.rows),
    headings: headingsWith(headings, { number, rows: answer.rows, total: newTotal }),
    failure: null,
  }
}
