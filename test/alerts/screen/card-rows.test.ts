import { describe, expect, it } from 'vitest'
import { cardRows, type Shown } from '../../../main/alerts/screen/card-rows.ts'
import { project } from '../../../main/calls/project.ts'
import { createDisplay } from '../../../main/display.ts'
import type { Call } from '../../../shared/call.ts'
import type { AwayCardRow } from '../../../shared/card.ts'
import { arrive } from '../../calls/facts.ts'
import { asha, me, ring, second } from '../stage.ts'

const display = createDisplay({ country: 'IN', me: ['+919000010002'] })
const away: AwayCardRow = { kind: 'away', from: second(0), to: second(60), calls: 3, mine: 1, owed: 0 }

const noStory = { waitingSince: null, lastSpoke: null, lastNote: null }

const callOf = (id: string, changes: Partial<Call> = {}): Call => ({
  ...project(id, arrive(ring(0, me)), {}),
  ...changes,
})

function item(id: string, changes: Partial<Shown> = {}): Shown {
  return {
    call: callOf(id),
    state: 'ringing',
    since: second(0),
    by: [],
    story: null,
    ask: null,
    isTyping: false,
    ...changes,
  }
}

const shownOf = (content: Partial<Parameters<typeof cardRows>[0]>) =>
  cardRows({ shown: [], folded: [], away: null, ...content }, display).map((row) =>
    row.kind === 'call' ? row.id : row.kind,
  )

describe('the rows of the card', () => {
  it('are three at most, the newest call on top', () => {
    expect(shownOf({ shown: [item('a'), item('b')] })).toEqual(['b', 'a'])
    expect(shownOf({ shown: ['a', 'b', 'c', 'd'].map((id) => item(id)) })).toEqual(['d', 'c', 'b'])
  })

  it('leave room for what is folded and for the time away, below the calls', () => {
    const folded = [callOf('m')]
    expect(shownOf({ shown: ['a', 'b', 'c'].map((id) => item(id)), folded })).toEqual(['c', 'b', 'missed'])
    expect(shownOf({ shown: [item('a'), item('b')], folded, away })).toEqual(['b', 'missed', 'away'])
  })

  it('name a customer by an earlier call where this one tells a number only', () => {
    const story = { name: 'R. Deshpande', callsToday: 2, missedToday: 0, ...noStory }
    const nameOf = (shown: Shown) =>
      cardRows({ shown: [shown], folded: [], away: null }, display).map((row) => 'name' in row && row.name)
    expect(nameOf(item('a', { story }))).toEqual(['R. Deshpande'])
    const customer = { number: '+919823045678', raw: null, withheld: false, name: 'Rohan' }
    expect(nameOf(item('a', { story, call: callOf('a', { customer }) }))).toEqual(['Rohan'])
  })

  it('prefer what rings to what was missed, that to what leaves by itself, and a note that is typed to all', () => {
    const shown = [
      item('typed', { state: 'ended', isTyping: true }),
      item('rings'),
      item('mine', { state: 'answered' }),
      item('missed', { state: 'missed' }),
      item('taken', { state: 'taken' }),
    ]
    expect(shownOf({ shown })).toEqual(['mine', 'rings', 'typed'])
    expect(shownOf({ shown: shown.slice(2) })).toEqual(['taken', 'missed', 'mine'])
    expect(shownOf({ shown: shown.slice(1), away })).toEqual(['mine', 'rings', 'away'])
  })

  it('tell of the folded ones how many, the oldest and the newest', () => {
    const folded = [
      callOf('a', { startedAt: second(60) }),
      callOf('b', { startedAt: second(-60) }),
      callOf('c', { startedAt: second(90) }),
    ]
    expect(cardRows({ shown: [], folded, away: null }, display)).toEqual([
      { kind: 'missed', count: 3, oldestAt: second(-60), newestId: 'c' },
    ])
  })

  it.each([
    ['ringing', ['you', 'Asha'], null],
    ['no-news', ['you', 'Asha'], null],
    ['taken', [], 'you, Asha'],
    ['moved-on', [], 'you, Asha'],
  ] as const)('tell who is rung or who has it: %s', (state, rings, by) => {
    const rows = cardRows({ shown: [item('a', { state, by: [me, asha] })], folded: [], away: null }, display)
    expect(rows).toMatchObject([{ state, rings, by }])
  })

  it('name the line where no department was told', () => {
    const line = item('a', { call: callOf('a', { department: null, line: '+912242345678' }) })
    const neither = item('b', { call: callOf('b', { department: null, line: null }) })
    const rows = cardRows({ shown: [line, neither], folded: [], away: null }, display)
    expect(rows).toMatchObject([{ line: null }, { line: '022 4234 5678' }])
  })
})
