import type { Instant } from './call.ts'
import { dayMs, toEpochMs } from './time.ts'

/** How a customer's story writes instants. */
export interface StoryClock {
  /** `10:50`; with the day where it was not today: `yesterday 10:50`, `Sat 21 Nov 10:50`, `1 Dec 2025 10:50`. */
  moment(instant: Instant): string
  /** `10:50` */
  time(instant: Instant): string
}

/** Without a zone: the machine's. */
export function createStoryClock({ now, timeZone }: { now(): number; timeZone?: string }): StoryClock {
  const zone = timeZone === undefined ? {} : { timeZone }
  // The words are English, so are the names of days, in one order whatever English the machine speaks.
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })

  function read(epochMs: number) {
    const parts = new Map(format.formatToParts(epochMs).map(({ type, value }) => [type, value]))
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
    const date = `${of('day')} ${of('month')}`
    return {
      time: `${of('hour')}:${of('minute')}`,
      date,
      weekday: of('weekday'),
      year: of('year'),
      // Parsed as UTC: a day is a day, whatever summer time made of it.
      dayNumber: Date.parse(`${date} ${of('year')} UTC`) / dayMs,
    }
  }

  function moment(instant: Instant): string {
    const epochMs = toEpochMs(instant)
    if (Number.isNaN(epochMs)) return '–'
    const [then, today] = [read(epochMs), read(now())]
    const daysAgo = today.dayNumber - then.dayNumber
    if (daysAgo === 0) return then.time
    if (daysAgo === 1) return `yesterday ${then.time}`
    if (then.year === today.year) return `${then.weekday} ${then.date} ${then.time}`
    return `${then.date} ${then.year} ${then.time}`
  }

  return {
    moment,
    time(instant) {
      const epochMs = toEpochMs(instant)
      return Number.isNaN(epochMs) ? '–' : read(epochMs).time
    },
  }
}
