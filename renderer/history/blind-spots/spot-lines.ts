import type { DeafCause } from '../../../shared/hearing.ts'
import type { Clock } from '../../wording/clock.ts'
import type { ShownSpot } from './blind-spots-store.ts'

/** A line between two rows. */
export interface SpotLine {
  text: string
  /** Nobody was meant to listen: a thin line, without reproach. */
  isThin: boolean
}

/** So many lines between two rows; more of them become one. */
const mostLines = 3

/** What stands between two rows, newest first, of which the list shows this day. */
export function spotLines(spots: readonly ShownSpot[], day: string | null, clock: Clock): SpotLine[] {
  const shown = spots.length > mostLines ? [together(spots)] : spots.map(alone)
  return shown.map(({ from, to, isOpen, isThin, what }) => ({
    text: `${spanText({ from, to, isOpen }, day, clock)} ${what}`,
    isThin,
  }))
}

interface Told extends Pick<ShownSpot, 'from' | 'to' | 'isOpen'> {
  isThin: boolean
  what: string
}

function alone({ because, outsideShift, ...span }: ShownSpot): Told {
  if (outsideShift) return { ...span, isThin: true, what: 'not listening, outside the shift' }
  const { not, why, whyNow } = causes[because]
  const what = span.isOpen ? `${not}: ${whyNow}; calls may be missed` : `${not}: ${why}; calls may be missing`
  return { ...span, isThin: false, what }
}

function together(spots: readonly ShownSpot[]): Told {
  const oldest = spots.at(-1)
  const from = oldest?.from ?? ''
  const isThin = spots.every(({ outsideShift }) => outsideShift)
  const times = gapsIn(spots) + 1
  const often = times === 1 ? '' : ` ${times} times`
  return {
    from,
    to: spots[0]?.to ?? from,
    isOpen: spots[0]?.isOpen ?? false,
    isThin,
    what: isThin ? `not listening${often}, outside the shift` : `not listening${often}; calls may be missing`,
  }
}

/** A spot is cut where a shift begins or ends: such pieces are one time. */
function gapsIn(spots: readonly ShownSpot[]): number {
  return spots.filter((spot, at) => at > 0 && spot.to !== spots[at - 1]?.from).length
}

const causes: Record<DeafCause, { not: string; why: string; whyNow: string }> = {
  'app-not-running': {
    not: 'not listening',
    why: 'Ringtray was not running',
    whyNow: 'Ringtray is not running',
  },
  asleep: { not: 'not listening', why: 'the computer was asleep', whyNow: 'the computer is asleep' },
  'listener-failed': {
    not: 'not listening',
    why: 'Ringtray could not listen',
    whyNow: 'Ringtray cannot listen',
  },
  'tunnel-down': { not: 'not reachable', why: 'the way in was down', whyNow: 'the way in is down' },
}

/** `13:02–13:40`; the days where they are not the one that the list shows. */
function spanText(
  { from, to, isOpen }: Pick<Told, 'from' | 'to' | 'isOpen'>,
  day: string | null,
  clock: Clock,
): string {
  const [begun, over] = [clock.shortDay(from), clock.shortDay(to)]
  const begins = begun === day && over === day ? clock.time(from) : `${begun}, ${clock.time(from)}`
  if (isOpen) return `Since ${begins}`
  return begun === over ? `${begins}–${clock.time(to)}` : `${begins} – ${over}, ${clock.time(to)}`
}
