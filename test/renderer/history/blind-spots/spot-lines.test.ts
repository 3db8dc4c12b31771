import { describe, expect, it } from 'vitest'
import { spotLines } from '../../../../renderer/history/blind-spots/spot-lines.ts'
import { createClock } from '../../../../renderer/wording/clock.ts'
import { spot } from './example-spots.ts'

const clock = createClock({ locale: 'en-IN', timeZone: 'UTC' })
const day = 'Mon 23 Nov'
const thin = { outsideShift: true }

describe('the line of a blind spot', () => {
  it.each([
    [
      spot('13:02', '13:40'),
      '13:02–13:40 not listening: the computer was asleep; calls may be missing',
      false,
    ],
    [
      spot('13:02', '13:40', { because: 'app-not-running' }),
      '13:02–13:40 not listening: Ringtray was not running; calls may be missing',
      false,
    ],
    [
      spot('13:02', '13:40', { because: 'tunnel-down', isOpen: true }),
      'Since 13:02 not reachable: the way in is down; calls may be missed',
      false,
    ],
    [spot('20:00', '23:00', thin), '20:00–23:00 not listening, outside the shift', true],
    [
      spot('20:00', '20:30', { ...thin, to: '2026-11-24T03:00:00.000Z' }),
      'Mon 23 Nov, 20:00 – Tue 24 Nov, 03:00 not listening, outside the shift',
      true,
    ],
  ])('of %j', (one, text, isThin) => {
    expect(spotLines([one], day, clock)).toEqual([{ text, isThin }])
  })

  it('names the day where the list shows another', () => {
    expect(spotLines([spot('13:02', '13:40')], 'Tue 24 Nov', clock)[0]?.text).toMatch(
      /^Mon 23 Nov, 13:02–13:40 /,
    )
  })
})

describe('many between two rows', () => {
  it('are one line that counts them', () => {
    const spots = ['16', '15', '14', '13'].map((hour) => spot(`${hour}:00`, `${hour}:30`))
    expect(spotLines(spots, day, clock)).toEqual([
      { text: '13:00–16:30 not listening 4 times; calls may be missing', isThin: false },
    ])
  })

  it('are one time where a shift alone has cut them', () => {
    const spots = [spot('20:00', '23:00', thin), spot('10:00', '20:00'), spot('08:00', '10:00', thin)]
    expect(spotLines([...spots, spot('07:00', '08:00')], day, clock)[0]?.text).toBe(
      '07:00–23:00 not listening; calls may be missing',
    )
  })

  it('are without reproach where nobody was meant to listen', () => {
    const spots = ['16', '15', '14', '13'].map((hour) => spot(`${hour}:00`, `${hour}:30`, thin))
    expect(spotLines(spots, day, clock)).toEqual([
      { text: '13:00–16:30 not listening 4 times, outside the shift', isThin: true },
    ])
  })
})
