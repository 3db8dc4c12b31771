import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCardActions } from '../../../main/alerts/card/card-actions.ts'
import { project } from '../../../main/calls/project.ts'
import type { Customer } from '../../../shared/call.ts'
import type { CardAction } from '../../../shared/card.ts'
import type { Settings } from '../../../shared/settings.ts'
import { arrive } from '../../calls/facts.ts'
import { asha, createStage, end, me, pass, ring, second, startMs, vikram } from '../stage.ts'

beforeEach(() => void vi.useFakeTimers({ now: startMs }))
afterEach(() => void vi.useRealTimers())

function start(changes: Partial<Customer> = {}) {
  const stage = createStage()
  const done: unknown[] = []
  const settings = { ignored: ['+919811111111'], notMe: ['5cd4'] }
  const call = project('call', arrive(ring(0, asha, vikram)), {})
  const act = createCardActions({
    screen: stage.screen,
    settings: () => settings,
    changeSettings: async (values: Partial<Settings>) => void done.push(values),
    callOf: async (id) => (id === 'call' ? { ...call, customer: { ...call.customer, ...changes } } : null),
    openCall: (id) => void done.push(`open ${id}`),
    openMissed: () => void done.push('open missed'),
    openExternal: async (url) => void done.push(url),
    takeKeyboard: () => void done.push('take'),
    leaveKeyboard: () => void done.push('leave'),
  })
  return { stage, act, done }
}

describe('what a person does on the card', () => {
  it.each<[CardAction, unknown[]]>([
    [{ do: 'open', id: 'call' }, ['open call']],
    [{ do: 'open-missed' }, ['open missed']],
    [{ do: 'whatsapp', id: 'call' }, ['leave', 'https://wa.me/919823045678']],
    [{ do: 'whatsapp', id: 'gone' }, ['leave']],
    [{ do: 'ignore', id: 'call' }, ['leave', { ignored: ['+919811111111', '+919823045678'] }]],
    [{ do: 'ignore', id: 'gone' }, ['leave']],
    [{ do: 'that-is-me', agent: '5cd4' }, ['leave', { me: ['5cd4'], watchAll: false }]],
    [{ do: 'watch-all' }, ['leave', { watchAll: true, notMe: [] }]],
    [{ do: 'not-mine', id: 'call' }, ['leave', { notMe: ['5cd4', '+919000010001'] }]],
    [{ do: 'type', id: 'call', isTyping: true }, ['take']],
    [{ do: 'type', id: 'call', isTyping: false }, ['leave']],
    [{ do: 'leave' }, ['leave']],
  ])('is done: %j', async (action, expected) => {
    const { act, done } = start()
    await act(action)
    expect(done).toEqual(expected)
  })

  it('dismisses a call, card and banner', async () => {
    const { act, stage } = start()
    stage.tell(ring(0, me))
    await act({ do: 'dismiss', row: 'call' })
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
  })

  it('dismisses what is folded, and the summary', async () => {
    const { act, stage } = start()
    stage.tell(ring(0, me))
    stage.tell(end(0))
    pass(65)
    stage.screen.setAway({ kind: 'away', from: second(0), to: second(1), calls: 1, mine: 1, owed: 0 })
    await act({ do: 'dismiss', row: 'missed' })
    expect(stage.states()).toEqual(['away'])
    await act({ do: 'dismiss', row: 'away' })
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
  })

  it('takes the summary away when the missed calls are opened from it', async () => {
    const { act, stage } = start()
    stage.screen.setAway({ kind: 'away', from: second(0), to: second(1), calls: 1, mine: 1, owed: 0 })
    await act({ do: 'open-missed' })
    expect(stage.rows()).toEqual([])
  })

  it('keeps a row for as long as its note is typed', async () => {
    const { act, stage } = start()
    stage.tell(ring(0, me))
    stage.tell({ ...end(0), outcome: 'connected' })
    stage.tell(ring(0, me), 'ends')
    stage.tell({ ...ring(0, me), kind: 'answered' }, 'ends')
    stage.tell(end(9), 'ends')
    await act({ do: 'type', id: 'ends', isTyping: true })
    pass(300)
    expect(stage.states()).toEqual(['ended'])
    await act({ do: 'type', id: 'ends', isTyping: false })
    pass(10)
    expect(stage.rows()).toEqual([])
  })

  it('takes the row away of a call that is not mine, whoever it rings', async () => {
    const { act, stage } = start()
    stage.tell(ring(0, me))
    await act({ do: 'not-mine', id: 'call' })
    expect(stage.rows()).toEqual([])
  })

  it('ignores no caller whose number is withheld: there are many of those', async () => {
    const { act, done } = start({ number: null, raw: 'anonymous', withheld: true })
    await act({ do: 'ignore', id: 'call' })
    await act({ do: 'whatsapp', id: 'call' })
    expect(done).toEqual(['leave', 'leave'])
  })

  it('ignores a number that is none as it came', async () => {
    const { act, done } = start({ number: null, raw: '1800' })
    await act({ do: 'ignore', id: 'call' })
    expect(done).toEqual(['leave', { ignored: ['+919811111111', '1800'] }])
  })
})
