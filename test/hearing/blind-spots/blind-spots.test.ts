import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blindSpotsBetween,
  type Deafness,
  mergeDeafness,
} from '../../../main/hearing/blind-spots/blind-spots.ts'
import type { DeafCause } from '../../../shared/hearing.ts'
import type { Shift } from '../../../shared/settings.ts'
import { dayMs, hourMs, toInstant } from '../../../shared/time.ts'

const mondayMs = new Date(2026, 10, 23).getTime()
const at = (day: number, hour: number) => mondayMs + day * dayMs + hour * hourMs
const deaf = (fromMs: number, toMs: number, because: DeafCause = 'tunnel-down'): Deafness => ({
  fromMs,
  toMs,
  because,
})

describe('merging', () => {
  it.each<[string, Deafness[], Deafness[]]>([
    ['keeps apart what is apart', [deaf(5, 6), deaf(1, 2)], [deaf(1, 2), deaf(5, 6)]],
    ['joins what overlaps or touches', [deaf(1, 3), deaf(2, 5), deaf(5, 6)], [deaf(1, 6)]],
    ['drops what lies within', [deaf(1, 9), deaf(2, 3, 'asleep')], [deaf(1, 9)]],
    ['drops what is empty or turned round', [deaf(2, 2), deaf(4, 3)], []],
    [
      'lets what began first explain the time',
      [deaf(3, 8, 'asleep'), deaf(1, 5)],
      [deaf(1, 5), deaf(5, 8, 'asleep')],
    ],
  ])('%s', (_name, items, expected) => {
    expect(mergeDeafness(items)).toEqual(expected)
  })

  const anything = fc.array(
    fc.record({
      fromMs: fc.integer({ min: 0, max: 40 }),
      toMs: fc.integer({ min: 0, max: 40 }),
      because: fc.constantFrom<DeafCause>('asleep', 'tunnel-down', 'app-not-running'),
    }),
    { maxLength: 8 },
  )

  it('covers exactly the same time, without overlap, whatever the order and however often', () => {
    fc.assert(
      fc.property(anything, (items) => {
        const merged = mergeDeafness(items)
        expect(mergeDeafness([...items, ...items].reverse())).toEqual(merged)
        for (const [position, item] of merged.entries()) {
          expect(item.fromMs).toBeGreaterThanOrEqual(merged[position - 1]?.toMs ?? 0)
        }
        for (let ms = 0; ms < 40; ms++) {
          const covers = (item: Deafness) => item.fromMs <= ms && ms < item.toMs
          expect(merged.some(covers)).toBe(items.some(covers))
        }
      }),
    )
  })
})

const office: Shift = { days: [1, 2, 3, 4, 5], from: '10:00', to: '18:00' }
const night: Shift = { days: [1], from: '22:00', to: '06:00' }

/** `Mo 10–18` and, in brackets, what lies outside the shift. */
function shown(items: Deafness[], fromMs: number, toMs: number, shift: Shift | null): string[] {
  const hour = (instant: string) => {
    const day = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'][new Date(instant).getDay()]
    return `${day} ${new Date(instant).getHours()}`
  }
  return blindSpotsBetween(items, { fromMs, toMs, shift }).map(({ from, to, outsideShift }) => {
    const text = `${hour(from)}–${hour(to)}`
    return outsideShift ? `(${text})` : text
  })
}

describe('blind spots between two instants', () => {
  it.each<[string, Deafness, Shift | null, string[]]>([
    ['within the shift', deaf(at(0, 11), at(0, 12)), office, ['Mo 11–Mo 12']],
    ['at night', deaf(at(0, 20), at(0, 23)), office, ['(Mo 20–Mo 23)']],
    [
      'from one afternoon to the next noon',
      deaf(at(0, 17), at(1, 12)),
      office,
      ['Mo 17–Mo 18', '(Mo 18–Tu 10)', 'Tu 10–Tu 12'],
    ],
    ['on a weekend', deaf(at(5, 9), at(6, 20)), office, ['(Sa 9–Su 20)']],
    ['across a shift over midnight', deaf(at(1, 1), at(1, 9)), night, ['Tu 1–Tu 6', '(Tu 6–Tu 9)']],
    [
      'in a shift of the whole day',
      deaf(at(0, 1), at(1, 2)),
      { ...office, from: '09:00', to: '09:00' },
      ['(Mo 1–Mo 9)', 'Mo 9–Tu 2'],
    ],
    ['where no shift is set', deaf(at(0, 19), at(0, 22)), null, ['Mo 19–Mo 20', '(Mo 20–Mo 22)']],
  ])('%s', (_name, item, shift, expected) => {
    expect(shown([item], at(0, 0), at(7, 0), shift)).toEqual(expected)
  })

  it('are cut at the ends of what is asked for', () => {
    const items = [deaf(at(0, 10), at(0, 16)), deaf(at(2, 11), at(2, 12))]
    expect(shown(items, at(0, 12), at(0, 14), office)).toEqual(['Mo 12–Mo 14'])
    expect(shown(items, at(1, 0), at(2, 0), office)).toEqual([])
  })

  it('carry their cause and their instants', () => {
    const item = deaf(at(0, 11), at(0, 12), 'asleep')
    expect(blindSpotsBetween([item], { fromMs: at(0, 0), toMs: at(1, 0), shift: office })).toEqual([
      { from: toInstant(at(0, 11)), to: toInstant(at(0, 12)), because: 'asleep', outsideShift: false },
    ])
  })
})
