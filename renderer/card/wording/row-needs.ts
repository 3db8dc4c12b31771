import type { CallCardRow, CardRow } from '../../../shared/card.ts'
import { visibleText } from '../../../shared/safe-text.ts'

/** Alone on the card a call has room; beside others it is two lines. */
export function isCompact(rows: CardRow[]): boolean {
  return rows.length > 1
}

/** The one call that asks whose it is: three questions at once are none. */
export function isAsking(row: CardRow, rows: CardRow[]): boolean {
  return row === rows.find((other) => other.kind === 'call' && other.ask !== null)
}

/** A call of one's own is written down while one talks, and for a while after. */
export function hasOwnNote({ state }: Pick<CallCardRow, 'state'>): boolean {
  return state === 'answered' || state === 'ended'
}

/** Somebody may have to act on it: its buttons are in sight. */
export function hasButtonsInSight({ state }: Pick<CallCardRow, 'state'>): boolean {
  return state === 'ringing' || state === 'missed' || state === 'no-news'
}

export function canCopy({ number, withheld }: Pick<CallCardRow, 'number' | 'withheld'>): boolean {
  return !withheld && visibleText(number) !== null
}

/** `It rang me: 98230 11111`, `Yes, I am Asha`. */
export function askText(label: string): { lead: string; label: string } {
  const shown = visibleText(label) ?? 'not named'
  return { lead: /^\+?\d/.test(shown) ? 'It rang me:' : 'Yes, I am', label: shown }
}
