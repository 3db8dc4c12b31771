import { visibleText } from '../../../shared/safe-text.ts'
import { hourMs } from '../../../shared/time.ts'
import type { IndexRow } from '../../calls/index/index-row.ts'
import { type Display, shownNumber } from '../../display.ts'
import { clock } from './state-lines.ts'

/** A call as the tray's menu names it. */
export interface TrayCall {
  id: string
  text: string
}

export interface RecentCallsOptions {
  /** Newest first. */
  rows: IndexRow[]
  isMine(row: IndexRow): boolean
  display: Display
  nowMs: number
}

const callsShown = 5

/** The last of this desk's calls; pretended ones are no calls. */
export function recentCalls({ rows, isMine, display, nowMs }: RecentCallsOptions): TrayCall[] {
  return rows
    .filter((row) => !row.pretend && isMine(row))
    .slice(0, callsShown)
    .map((row) => ({ id: row.id, text: trayCallText(row, { display, nowMs }) }))
}

type TrayCallFacts = Pick<
  IndexRow,
  'direction' | 'phase' | 'outcome' | 'name' | 'number' | 'raw' | 'withheld' | 'startedMs'
>

/** `↙ R. Deshpande 98230 45678 · missed 11:05`; with the weekday, or the date, where it was not today. */
export function trayCallText(
  row: TrayCallFacts,
  { display, nowMs }: Pick<RecentCallsOptions, 'display' | 'nowMs'>,
): string {
  const { sign, word } = stateOf(row)
  const name = visibleText(row.name)
  const number = visibleText(shownNumber(row, display))
  const who = [name && keptApart(shortened(name)), number && keptApart(shortened(number))]
    .filter(Boolean)
    .join(' ')
  const nobody = row.withheld ? 'Number withheld' : 'Number not told'
  return `${sign} ${who || nobody} · ${word} ${when(row.startedMs, nowMs)}`
}

/** A state is a sign and a word: a menu has no colours. */
function stateOf({ direction, phase, outcome }: TrayCallFacts): { sign: string; word: string } {
  const arrow = direction === 'outgoing' ? '↗' : '↙'
  switch (phase) {
    case 'initiated':
      return { sign: arrow, word: direction === 'outgoing' ? 'dialling' : 'connecting' }
    case 'ringing':
      return { sign: '●', word: 'ringing' }
    case 'answered':
      return { sign: arrow, word: 'answered' }
    case 'ended':
      switch (outcome) {
        case 'connected':
          return { sign: arrow, word: 'answered' }
        case 'missed':
          return { sign: arrow, word: 'missed' }
        case 'voicemail':
          return { sign: '◍', word: 'voicemail' }
        case 'rejected':
          return { sign: arrow, word: 'rejected' }
        case 'no-answer':
          return { sign: arrow, word: 'no answer' }
        case 'unknown':
        case null:
          return { sign: arrow, word: 'end not seen' }
      }
  }
}

function when(startedMs: number, nowMs: number): string {
  const time = clock(startedMs)
  const midnight = new Date(nowMs).setHours(0, 0, 0, 0)
  if (startedMs >= midnight && startedMs < midnight + 24 * hourMs) return time
  // Six days back a weekday is still one day only.
  const isNear = startedMs < midnight && startedMs >= new Date(nowMs - 6 * 24 * hourMs).setHours(0, 0, 0, 0)
  const day: Intl.DateTimeFormatOptions = isNear ? { weekday: 'short' } : { day: 'numeric', month: 'short' }
  return `${new Date(startedMs).toLocaleDateString('en-GB', day)} ${time}`
}

const charactersShown = 40

/** A menu is as wide as its longest line. Cut between what a reader takes for characters, in any script. */
function shortened(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
  return characters.length <= charactersShown
    ? text
    : `${characters
        .slice(0, charactersShown - 1)
        .join('')
        .trimEnd()}…`
}

/** Right-to-left text as an island of its own: the number after it would change places otherwise. */
function keptApart(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u
