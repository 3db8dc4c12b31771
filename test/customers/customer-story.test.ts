import { describe, expect, it } from 'vitest'
import type { IndexRow } from '../../main/calls/index/index-row.ts'
import { customerStory } from '../../main/customers/customer-story.ts'
import { createDisplay } from '../../main/display.ts'
import { dayMs, toInstant } from '../../shared/time.ts'
import { answered, at, call, indexOf, me, ringing, sunita } from './rows.ts'

const display = createDisplay({ country: 'IN', me: [me.number] })
const spokenBefore = call('c3', at('10:04'), { ...answered(at('10:05')), note: 'refund' })
const morning = [call('c1', at('09:10')), call('c2', at('09:40')), spokenBefore, call('c4', at('10:50'))]
const shown = call('c5', at('11:05'), ringing)

function story(calls: IndexRow[], of: IndexRow = shown) {
  return customerStory(of, { index: indexOf(...calls), display, nowMs: at('11:05:03') })
}

describe('the story of a customer who calls', () => {
  it('tells of the fifth call of a day: missed, missed, spoken to a colleague, missed', () => {
    expect(story([...morning, shown])).toEqual({
      name: null,
      callsToday: 5,
      missedToday: 3,
      waitingSince: toInstant(at('10:50')),
      lastSpoke: { by: 'Vikram Shah', at: toInstant(at('10:05')) },
      lastNote: 'refund',
    })
  })

  it('owes nothing once somebody answers, and still tells who spoke before', () => {
    const live = { ...shown, ...answered(at('11:05:02'), me), phase: 'answered', outcome: null } as const
    const told = story([...morning, live], live)
    expect(told).toMatchObject({ waitingSince: null, lastSpoke: { by: 'Vikram Shah' }, callsToday: 5 })
  })

  it('counts the shown call as missed and owed, once it is', () => {
    const missed = { ...shown, phase: 'ended', outcome: 'missed' } as const
    expect(story([spokenBefore, missed], missed)).toMatchObject({
      missedToday: 1,
      waitingSince: toInstant(at('11:05')),
    })
  })

  it('is short for who calls for the first time', () => {
    expect(story([shown])).toEqual({
      name: null,
      callsToday: 1,
      missedToday: 0,
      waitingSince: null,
      lastSpoke: null,
      lastNote: null,
    })
  })

  it('counts from midnight where this machine stands, calls from outside only', () => {
    const calls = [
      call('yesterday', at('00:00') - 1),
      call('today', at('00:00')),
      call('ours', at('09:00'), { direction: 'outgoing', outcome: 'no-answer' }),
      call('untold', at('09:10'), { direction: 'unknown', outcome: 'unknown' }),
      call('voicemail', at('09:20'), { outcome: 'voicemail' }),
    ]
    expect(story([...calls, shown])).toMatchObject({ callsToday: 4, missedToday: 2 })
  })

  it('leaves pretend calls and other customers out', () => {
    const others = [
      call('p', at('10:00'), { ...answered(at('10:01')), pretend: true, note: 'pretended' }),
      call('o', at('10:10'), { number: '+919823045678', note: 'of another' }),
    ]
    expect(story([...others, shown])).toMatchObject({ callsToday: 1, lastSpoke: null, lastNote: null })
  })

  it('takes the newest talk and the newest note, of any day and direction, never those of the shown call', () => {
    const calls = [
      call('c1', at('09:00') - 3 * dayMs, { note: 'old' }),
      call('c2', at('09:00') - 2 * dayMs, { ...answered(at('09:01') - 2 * dayMs), note: ' ' }),
      call('c3', at('09:00') - dayMs, { ...answered(at('09:01') - dayMs, me), direction: 'outgoing' }),
      { ...shown, note: 'typed just now' },
    ]
    const told = story(calls)
    expect(told?.lastSpoke).toEqual({ by: 'you', at: toInstant(at('09:01') - dayMs) })
    expect(told?.lastNote).toBe('old')
  })

  it('knows the newest name that a log told, and none that has nothing to see', () => {
    const calls = [
      call('c1', at('08:00'), { name: 'R. Deshpande' }),
      call('c2', at('09:00'), { name: 'Rohan Deshpande' }),
      call('c3', at('10:00'), { name: '\u200b' }),
      shown,
    ]
    expect(story(calls)?.name).toBe('Rohan Deshpande')
  })

  it('tells a talk by its start and by nobody, where no more is known', () => {
    const talk = call('c1', at('09:00'), { outcome: 'connected', answeredMs: null, answeredBy: null })
    expect(story([talk, shown])?.lastSpoke).toEqual({ by: null, at: toInstant(at('09:00')) })
  })

  it('knows a customer by the number as it came, where it is no number', () => {
    const raw = { number: null, raw: '12345' }
    const calls = [call('c1', at('09:00'), raw), { ...shown, ...raw }]
    expect(story(calls, { ...shown, ...raw })?.callsToday).toBe(2)
  })

  it.each([
    { who: 'withholds the number', changes: { withheld: true } },
    { who: 'told none', changes: { number: null, raw: null } },
  ])('is none for who $who', ({ changes }) => {
    const unknown = { ...shown, ...changes }
    expect(story([call('c1', at('09:00'), changes), unknown], unknown)).toBeNull()
  })

  it('is told for a call as the book gives it', () => {
    const customer = { number: sunita, raw: '9876543210', withheld: false, name: 'Sunita' }
    const options = { index: indexOf(...morning, shown), display, nowMs: at('11:06') }
    expect(customerStory({ id: 'c5', ...customer }, options)).toEqual(story([...morning, shown]))
  })
})
