import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { project } from '../../../main/calls/project.ts'
import type { AwayCardRow } from '../../../shared/card.ts'
import { answer, asha, createStage, end, me, pass, ring, second, startMs } from '../stage.ts'

beforeEach(() => void vi.useFakeTimers({ now: startMs }))
afterEach(() => void vi.useRealTimers())

const away: AwayCardRow = {
  kind: 'away',
  from: second(-2_400),
  to: second(0),
  calls: 30,
  mine: 2,
  owed: 1,
}

/** A stage with so many calls missed one after the other, a second apart. */
function withMissed(count: number) {
  const stage = createStage()
  for (let call = 0; call < count; call++) {
    stage.tell(ring(call, me), `missed ${call}`)
    stage.tell(end(call), `missed ${call}`)
    pass(1)
  }
  pass(5)
  return stage
}

describe('the life of a row', () => {
  it('ends without news: a ring is said to have none after 90 s, and goes after 10 more', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    pass(89)
    stage.tell({ kind: 'unknown', at: second(1) })
    pass(89)
    expect(stage.states()).toEqual(['ringing'])
    pass(1)
    expect(stage.states()).toEqual(['no-news'])
    expect(stage.calls()).toMatchObject([{ rings: ['you'], by: null }])
    expect(stage.banners.alive.size).toBe(0)
    pass(10)
    expect(stage.rows()).toEqual([])
  })

  it('ends for a ring without news also while a note is typed: it is only said, and the note may be ended', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.screen.setTyping('call', true)
    pass(90)
    expect(stage.states()).toEqual(['no-news'])
    expect(stage.banners.alive.size).toBe(0)
    pass(60)
    expect(stage.states()).toEqual(['no-news'])
    stage.screen.setTyping('call', false)
    pass(10)
    expect(stage.rows()).toEqual([])
  })

  it('counts its running time from the state in which it is', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    pass(4)
    stage.tell(ring(4, me, asha))
    expect(stage.calls()).toMatchObject([{ since: second(0) }])
    pass(3)
    stage.tell(answer(7, me))
    expect(stage.calls()).toMatchObject([{ since: second(7) }])
  })

  it('goes on with what is written about the call', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.note('refund')
    expect(stage.calls()).toMatchObject([{ state: 'ringing', note: 'refund' }])
    expect(stage.banners.notified).toHaveLength(1)
    stage.note('of nobody', 'elsewhere')
    expect(stage.calls()).toHaveLength(1)
  })
})

describe('missed calls', () => {
  it('fold into one row after a minute, with how many and the oldest', () => {
    const stage = withMissed(2)
    expect(stage.states()).toEqual(['missed', 'missed'])
    pass(60)
    expect(stage.rows()).toEqual([{ kind: 'missed', count: 2, oldestAt: second(0), newestId: 'missed 1' }])
    expect(stage.banners.alive.size).toBe(2)
  })

  it('leave the fold one by one as they are seen, and all of them when the row is dismissed', () => {
    const stage = withMissed(3)
    pass(60)
    stage.see('missed 0')
    expect(stage.rows()).toMatchObject([{ count: 2, oldestAt: second(1) }])
    expect([...stage.banners.alive.keys()]).toEqual(['missed 1', 'missed 2'])
    stage.screen.dismissFolded()
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
  })

  it('leave the fold when they are shown again in another way', () => {
    const stage = withMissed(1)
    pass(60)
    const call = project('missed 0', stage.record('missed 0').facts, {})
    stage.screen.put(call, { state: 'ringing', by: [], story: null, ask: null })
    expect(stage.states()).toEqual(['ringing'])
  })

  it('go with their banner when either is dismissed', () => {
    const stage = withMissed(2)
    stage.screen.remove('missed 0')
    expect([...stage.banners.alive.keys()]).toEqual(['missed 1'])
    expect(stage.calls().map(({ id }) => id)).toEqual(['missed 1'])
    pass(60)
    stage.screen.remove('missed 1')
    expect(stage.rows()).toEqual([])
  })
})

describe('how calls are shown', () => {
  it('as a card only', () => {
    const stage = createStage()
    stage.settings.banner = false
    stage.tell(ring(0, me))
    stage.screen.setAway(away)
    expect(stage.states()).toEqual(['ringing', 'away'])
    expect(stage.banners.notified).toEqual([])
  })

  it('as notifications only', () => {
    const stage = createStage()
    stage.settings.card = false
    stage.tell(ring(0, me))
    expect(stage.rows()).toEqual([])
    expect(stage.banners.titles()).toEqual(['98230 45678'])
    stage.tell(end(30))
    pass(5)
    expect(stage.banners.titles()).toEqual(['Missed: 98230 45678'])
  })

  it('can change while something is shown', () => {
    const stage = withMissed(1)
    pass(60)
    stage.tell(ring(70, me))
    stage.screen.setAway(away)
    stage.settings.banner = false
    stage.screen.redraw()
    expect(stage.banners.alive.size).toBe(0)
    expect(stage.states()).toEqual(['ringing', 'missed', 'away'])
    stage.settings.banner = true
    stage.settings.card = false
    stage.screen.redraw()
    expect(stage.rows()).toEqual([])
    expect([...stage.banners.alive.keys()]).toEqual(['call', 'away'])
  })
})

describe('the summary of a time away', () => {
  it('is one row and one banner, and goes with both', () => {
    const stage = createStage()
    stage.screen.setAway(away)
    expect(stage.rows()).toEqual([away])
    expect([...stage.banners.alive.values()]).toMatchObject([
      {
        id: 'away',
        title: 'While you were away 11:18–11:58',
        body: '30 calls, 2 for you, 1 still to call back',
      },
    ])
    stage.screen.setAway({ ...away, to: second(60) })
    expect(stage.banners.alive.size).toBe(1)
    expect(stage.rows()).toHaveLength(1)
    stage.screen.dismissAway()
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
  })

  it('is not shown while nothing may be, also not in other words', () => {
    const stage = createStage()
    stage.screen.setAway(away)
    stage.alerter.onLeave()
    stage.screen.redraw()
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
    stage.screen.wake()
    expect(stage.rows()).toEqual([away])
  })
})
