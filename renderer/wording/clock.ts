import type { Instant } from '../../shared/call.ts'
import { dayMs } from '../../shared/time.ts'

/** Instants as a person in one zone reads them. */
export interface Clock {
  /** `11:58` */
  time(instant: Instant): string
  /** `11:58:02` */
  timeWithSeconds(instant: Instant): string
  /** `Today, Monday 23 November`, `Saturday 21 November`, `Monday 1 December 2025` */
  day(instant: Instant, nowMs: number): string
  /** `Sat 21 Nov` */
  shortDay(instant: Instant): string
}

/** The words are English, so are the names of days. */
export function englishLocale(language: string): string {
  return language.startsWith('en') ? language : 'en-IN'
}

/** Without a zone: the machine's. */
export function createClock({ locale, timeZone }: { locale: string; timeZone?: string }): Clock {
  const zone = timeZone === undefined ? {} : { timeZone }
  const time = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  const seconds = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    ...zone,
  })
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...zone,
  })

  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', ...zone })

  // en-CA writes 2026-11-23.
  const calendar = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...zone,
  })

  /** Days since the epoch, as the calendar on this zone's wall counts them. */
  function dayNumber(epochMs: number): number {
    return Date.parse(calendar.format(epochMs)) / dayMs
  }

  function day(instant: Instant, nowMs: number): string {
    const epochMs = Date.parse(instant)
    if (Number.isNaN(epochMs)) return 'Day not known'
    const parts = new Map(date.formatToParts(epochMs).map((part) => [part.type, part.value]))
    const name = `${parts.get('weekday')} ${parts.get('day')} ${parts.get('month')}`
    const daysAgo = dayNumber(nowMs) - dayNumber(epochMs)
    if (daysAgo === 0) return `Today, ${name}`
    if (daysAgo === 1) return `Yesterday, ${name}`
    return calendar.format(nowMs).startsWith(parts.get('year') ?? '') ? name : `${name} ${parts.get('year')}`
  }

  return {
    time: (instant) => formatted(time, instant),
    timeWithSeconds: (instant) => formatted(seconds, instant),
    day,
    shortDay(instant) {
      const epochMs = Date.parse(instant)
      if (Number.isNaN(epochMs)) return '–'
      const parts = new Map(short.formatToParts(epochMs).map((part) => [part.type, part.value]))
      return `${parts.get('weekday')} ${parts.get('day')} ${parts.get('month')}`
    },
  }
}

function formatted(format: Intl.DateTimeFormat, instant: Instant): string {
  const epochMs = Date.parse(instant)
  return Number.isNaN(epochMs) ? '–' : format.format(epochMs)
}
