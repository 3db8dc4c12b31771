import { dayMs, hourMs, minuteMs } from '../../../shared/time.ts'

/** How many calls come when, as this company's own history shows it. */
export interface Usual {
  /** Calls an hour around an instant. */
  perHour(atMs: number): number
  /** Calls expected between two instants. */
  expected(fromMs: number, toMs: number): number
  /** The usual week's calls. */
  perWeek: number
  /** Of this company; before two weeks of history it is assumed. */
  isLearned: boolean
}

export interface Span {
  fromMs: number
  toMs: number
}

export interface UsualOptions {
  /** When calls began (pretend ones excepted), in any order: index rows' `startedMs`. */
  calls: Iterable<number>
  /** The last real webhook: what comes after is what is judged, and teaches nothing. */
  untilMs: number
  /** Times when we could not hear teach nothing either. */
  deaf: readonly Span[]
}

/** Fine enough for an office that opens at half past nine, and for lunch. Counted in the machine's zone. */
const slotMs = 15 * minuteMs
const slotsPerHour = hourMs / slotMs
const slotsPerDay = dayMs / slotMs
const slotsPerWeek = 7 * slotsPerDay
export const taughtByMs = 70 * dayMs
const enoughMs = 14 * dayMs

/** From the last ten weeks. Some 20 ms at 600 calls a day: once an hour is often enough. */
export function learnUsual({ calls, untilMs, deaf }: UsualOptions): Usual {
  const counted = [...calls].filter((ms) => ms > untilMs - taughtByMs && ms <= untilMs)
  const firstMs = counted.reduce((first, ms) => Math.min(first, ms), untilMs)
  if (untilMs - firstMs < enoughMs) return assumeUsual(counted.length, firstMs, untilMs)

  const heardSlots = new Float64Array(slotsPerWeek)
  for (let ms = slotStart(firstMs); ms < untilMs; ms += slotMs) {
    const to = Math.min(ms + slotMs, untilMs)
    add(heardSlots, slotOf(ms), (to - ms - deafMs(deaf, ms, to)) / slotMs)
  }
  const callsInSlots = new Float64Array(slotsPerWeek)
  for (const ms of counted) if (deafMs(deaf, ms, ms + 1) === 0) add(callsInSlots, slotOf(ms), 1)
  return usualOf((slot) => {
    const times = heardSlots[slot] ?? 0
    // Heard for less than one whole slot in ten weeks: nothing is known of it.
    return times < 1 ? 0 : (callsInSlots[slot] ?? 0) / times
  }, true)
}

/** Of so many assumed hours one knows whether they are too many for this company. */
const assumedTrial = 8

/** The assumed week, and less of it where a day or more has already shown that fewer calls come. */
function assumeUsual(calls: number, firstMs: number, untilMs: number): Usual {
  const assumed = usualOf(assumedPerSlot, false)
  const hours = assumed.expected(firstMs, untilMs)
  const share = hours < assumedTrial ? 1 : Math.min(1, calls / hours)
  return usualOf((slot) => assumedPerSlot(slot) * share, false)
}

/** One call an hour, Monday to Saturday from 10 to 18. */
function assumedPerSlot(slot: number): number {
  const day = Math.floor(slot / slotsPerDay)
  const hour = (slot % slotsPerDay) / slotsPerHour
  return day > 0 && hour >= 10 && hour < 18 ? 1 / slotsPerHour : 0
}

function usualOf(perSlot: (slot: number) => number, isLearned: boolean): Usual {
  function expected(fromMs: number, toMs: number): number {
    let sum = 0
    for (let ms = slotStart(fromMs); ms < toMs; ms += slotMs) {
      const part = Math.min(ms + slotMs, toMs) - Math.max(ms, fromMs)
      sum += (perSlot(slotOf(ms)) * part) / slotMs
    }
    return sum
  }
  let perWeek = 0
  for (let slot = 0; slot < slotsPerWeek; slot++) perWeek += perSlot(slot)
  return { perHour: (atMs) => expected(atMs - hourMs / 2, atMs + hourMs / 2), expected, perWeek, isLearned }
}

/** Of the week that begins on Sunday at midnight, in the machine's zone. */
function slotOf(ms: number): number {
  const at = new Date(ms)
  return at.getDay() * slotsPerDay + at.getHours() * slotsPerHour + Math.floor(at.getMinutes() / 15)
}

/** Every zone is some quarter hours off UTC, and so are its changes. */
function slotStart(ms: number): number {
  return Math.floor(ms / slotMs) * slotMs
}

function add(counts: Float64Array, slot: number, count: number) {
  counts[slot] = (counts[slot] ?? 0) + count
}

/** How much of a time is covered; the spans do not overlap. */
export function deafMs(deaf: readonly Span[], fromMs: number, toMs: number): number {
  let sum = 0
  for (const span of deaf) sum += Math.max(0, Math.min(span.toMs, toMs) - Math.max(span.fromMs, fromMs))
  return sum
}
