import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallRecord } from '../../main/calls/call-record.ts'
import { answer, asha, createStage, end, me, pass, ring, second, startMs, vikram } from './stage.ts'

beforeEach(() => void vi.useFakeTimers({ now: startMs }))
afterEach(() => void vi.useRealTimers())

describe('a ring', () => {
  it('shows caller, line and agent on the card and on a banner', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    expect(stage.calls()).toMatchObject([
      { state: 'ringing', number: '98230 45678', line: 'Sales', rings: ['you'], by: null, ask: null },
    ])
    expect([...stage.banners.alive.values()]).toEqual([
      { id: 'call', title: '98230 45678', body: 'Sales · rings you' },
    ])
    expect(stage.kept).toEqual(['rang'])
  })

  it('is notified of once, however often it is told and whoever else is rung', () => {
    const stage = createStage()
    stage.tell(ring(0, me), 'call', 'same')
    for (let time = 0; time < 3; time++) stage.tell(ring(0, me), 'call', 'same')
    stage.tell({ kind: 'unknown', at: second(1) })
    stage.tell(ring(2, me, asha))
    expect(stage.banners.notified).toEqual(['98230 45678'])
    expect(stage.calls()).toMatchObject([{ rings: ['you', 'Asha'] }])
  })

  it('names on the banner who is rung now, not who was', () => {
    const stage = createStage()
    stage.tell(ring(0, asha))
    stage.tell(ring(9, me))
    expect(stage.banners.alive.get('call')?.body).toBe('Sales · rings you')
  })

  it('of somebody else is not shown, and why is kept', () => {
    const stage = createStage()
    stage.tell(ring(0, asha))
    expect(stage.shown).toEqual([])
    expect(stage.kept).toEqual(['not-mine'])
  })

  it('stays dismissed, until it rings anew', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.screen.remove('call')
    expect(stage.banners.alive.size).toBe(0)
    stage.tell({ kind: 'unknown', at: second(1) })
    expect(stage.rows()).toEqual([])
    stage.tell(ring(9, asha))
    stage.tell(ring(18, me))
    expect(stage.states()).toEqual(['ringing'])
  })

  it('goes when its number is ignored or it turns out to be outgoing', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell({ ...ring(0, me), direction: 'outgoing' })
    expect(stage.rows()).toEqual([])
    stage.tell(ring(0, me), 'other')
    stage.settings.ignored = ['+919823045678']
    stage.alerter.onSettingsChanged()
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
  })

  it('shows withheld numbers and pretend calls as such, and disarms what steers a screen', () => {
    const stage = createStage()
    const named = { number: '+919823045678', name: 'A\u202eB\n<b>' }
    stage.tell({ ...ring(0, me), customer: named, source: 'pretend' }, 'a')
    const { department: _, ...withheld } = ring(0, me)
    stage.tell({ ...withheld, customer: { raw: 'anonymous', withheld: true } }, 'b')
    expect([...stage.banners.alive.values()].map(({ title, body }) => `${title} | ${body}`)).toEqual([
      'Pretend call: A\ufffdB <b> | 98230 45678 · Sales · rings you',
      'Number withheld | rings you',
    ])
    expect(stage.calls()).toMatchObject([
      { id: 'b', withheld: true, number: null, hasWhatsApp: false },
      { id: 'a', pretend: true, hasWhatsApp: true },
    ])
  })

  it('counts its age on the provider’s clock', () => {
    const stage = createStage()
    pass(20 * 60)
    stage.tell(ring(0, me), 'stale')
    stage.setting.behindMs = -20 * 60_000
    stage.tell(ring(0, me), 'fresh')
    expect(stage.calls().map(({ id }) => id)).toEqual(['fresh'])
    expect(stage.kept).toEqual(['stale', 'rang'])
  })
})

describe('an answer', () => {
  it('of mine keeps the row until the end, then for ten seconds, and as long as a note is typed', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(answer(5, me))
    expect(stage.banners.alive.size).toBe(0)
    pass(45 * 60)
    expect(stage.states()).toEqual(['answered'])
    stage.screen.setTyping('call', true)
    stage.tell(end(2_705))
    pass(60)
    expect(stage.states()).toEqual(['ended'])
    stage.screen.setTyping('call', false)
    pass(9)
    expect(stage.states()).toEqual(['ended'])
    pass(1)
    expect(stage.rows()).toEqual([])
  })

  it('of a colleague is said, and the row leaves after three seconds', () => {
    const stage = createStage()
    stage.tell(ring(0, me, asha))
    stage.tell(answer(5, asha))
    expect(stage.calls()).toMatchObject([{ state: 'taken', by: 'Asha', rings: [] }])
    expect(stage.banners.alive.size).toBe(0)
    pass(3)
    expect(stage.rows()).toEqual([])
  })

  it('of several is nobody’s yet, and turns mine once that is known', () => {
    const stage = createStage()
    stage.tell(ring(0, me, asha))
    stage.tell(answer(5, me, asha))
    expect(stage.calls()).toMatchObject([{ state: 'taken', by: null }])
    stage.tell({ ...answer(6, me), answeredBy: '+919000010002' })
    expect(stage.states()).toEqual(['answered'])
  })

  it('may be followed by a transfer to me', () => {
    const stage = createStage()
    stage.tell(ring(0, asha))
    stage.tell(answer(5, asha))
    expect(stage.kept).toEqual(['not-mine', 'not-mine'])
    stage.tell(ring(60, me))
    expect(stage.calls()).toMatchObject([{ state: 'ringing', rings: ['you'] }])
    expect(stage.banners.titles()).toEqual(['98230 45678'])
  })
})

describe('a hunt that moves on', () => {
  it('says to whom, leaves after three seconds, and is nobody’s miss if somebody answers', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(ring(20, vikram))
    expect(stage.calls()).toMatchObject([{ state: 'moved-on', by: 'Vikram', rings: [] }])
    expect(stage.banners.alive.size).toBe(0)
    pass(3)
    expect(stage.rows()).toEqual([])
    stage.tell(answer(30, vikram))
    stage.tell(end(90))
    pass(120)
    expect(stage.rows()).toEqual([])
    expect(stage.banners.notified).toHaveLength(1)
  })

  it('is a miss of mine if nobody answers', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(ring(20, vikram))
    stage.tell(end(40))
    pass(5)
    expect(stage.states()).toEqual(['missed'])
  })
})

describe('a missed call', () => {
  it('is told of after five seconds', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30))
    expect(stage.states()).toEqual(['ended'])
    vi.advanceTimersByTime(4_999)
    expect(stage.banners.alive.size).toBe(0)
    expect(stage.kept).toEqual(['rang'])
    vi.advanceTimersByTime(1)
    expect(stage.states()).toEqual(['missed'])
    expect(stage.banners.titles()).toEqual(['Missed: 98230 45678'])
    expect(stage.banners.alive.get('call')?.body).toBe('Sales · rang you')
    expect(stage.kept).toEqual(['rang', 'missed'])
  })

  it('is told of no later when its end is told again', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30), 'call', 'end')
    pass(3)
    stage.tell(end(30), 'call', 'end')
    pass(2)
    expect(stage.states()).toEqual(['missed'])
  })

  it('is told of also where only its end was heard', () => {
    const stage = createStage()
    stage.tell({ ...end(0), direction: 'incoming', agents: [me] })
    pass(5)
    expect(stage.states()).toEqual(['missed'])
  })

  it('is told of as a voicemail where it left one', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell({ ...end(30), outcome: 'voicemail' })
    pass(5)
    expect(stage.banners.titles()).toEqual(['Voicemail: 98230 45678'])
    expect(stage.calls()).toMatchObject([{ state: 'missed', outcome: 'voicemail' }])
  })

  it('was none where a late answer arrives', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30))
    pass(3)
    stage.tell(answer(5, me))
    expect(stage.states()).toEqual(['ended'])
    pass(10)
    expect(stage.rows()).toEqual([])
    expect(stage.banners.notified).toHaveLength(1)
  })

  it('goes once it has been seen, and at once where it is seen before it is told of', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30))
    pass(5)
    stage.see()
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
    stage.tell(ring(0, me), 'other')
    stage.tell(end(30), 'other')
    stage.see('other')
    pass(60)
    expect(stage.rows()).toEqual([])
    expect(stage.banners.notified).toHaveLength(3)
  })

  it('is not told of again when its log arrives after it was dismissed', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30))
    pass(5)
    stage.screen.remove('call')
    stage.tell({ kind: 'log', exact: true, at: second(31), phase: 'ended', outcome: 'missed' })
    pass(60)
    expect(stage.rows()).toEqual([])
    expect(stage.banners.notified).toHaveLength(2)
  })

  it('is not told of when it is ignored, or somebody else’s, in these five seconds', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30))
    stage.settings.ignored = ['+919823045678']
    stage.alerter.onSettingsChanged()
    pass(60)
    expect(stage.rows()).toEqual([])
    expect(stage.kept).toEqual(['rang'])
  })

  it('is not told of where it must not disturb by then', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30))
    stage.setting.quiet = 'do-not-disturb'
    pass(5)
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
    expect(stage.kept).toEqual(['rang', 'do-not-disturb'])
  })

  it('that turns out to be somebody else’s goes, and comes back where it was mine too', () => {
    const stage = createStage()
    stage.tell(end(30))
    pass(5)
    expect(stage.states()).toEqual(['missed'])
    stage.tell(ring(20, asha))
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
    stage.tell(ring(0, me))
    pass(5)
    expect(stage.states()).toEqual(['missed'])
  })

  it('keeps a note that was written in these five seconds', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30))
    stage.note('refund')
    pass(5)
    expect(stage.calls()).toMatchObject([{ state: 'missed', note: 'refund' }])
  })
})

describe('a call that gets its uid', () => {
  it('keeps its one row in its place, and one banner', () => {
    const stage = createStage()
    stage.tell(ring(0, me), 'own:1')
    stage.tell(ring(0, me), 'later')
    stage.tellUid(ring(1, me), 'own:1', 'n2.1.1')
    expect(stage.calls().map(({ id }) => id)).toEqual(['later', 'n2.1.1'])
    expect([...stage.banners.alive.keys()].toSorted()).toEqual(['later', 'n2.1.1'])
    stage.tellUid(end(30), 'later', 'n2.1.2')
    stage.tell(answer(5, me), 'n2.1.1')
    pass(5)
    expect(stage.states()).toEqual(['missed', 'answered'])
  })

  it.each([
    ['in its own row', 10],
    ['folded', 90],
  ])('is missed once, where its log tells the uid of a miss %s', (_where, seconds) => {
    const stage = createStage()
    stage.tell(ring(0, me), 'own:1')
    stage.tell(end(30), 'own:1')
    pass(seconds)
    const before = stage.states()
    stage.tellUid({ kind: 'log', exact: true, phase: 'ended', outcome: 'missed' }, 'own:1', 'n2.1.1')
    expect(stage.states()).toEqual(before)
    expect([...stage.banners.alive.keys()]).toEqual(['n2.1.1'])
    pass(120)
    expect(stage.rows()).toMatchObject([{ kind: 'missed', count: 1, newestId: 'n2.1.1' }])
    stage.see('n2.1.1')
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
  })
})

describe('nobody set as this desk’s agent', () => {
  it('asks on the card whose call it is, and gives time to say so', () => {
    const stage = createStage()
    stage.settings.me = []
    stage.tell(ring(0, asha, vikram))
    const ask = [
      { key: '+919000010001', label: 'Asha' },
      { key: '5cd4', label: 'Vikram' },
    ]
    expect(stage.calls()).toMatchObject([{ state: 'ringing', ask }])
    stage.tell(answer(5, asha))
    pass(19)
    expect(stage.calls()).toMatchObject([{ state: 'taken', by: 'Asha', ask }])
    pass(1)
    expect(stage.rows()).toEqual([])
  })

  it('stops asking once it is said, and the card says you', () => {
    const stage = createStage()
    stage.settings.me = []
    stage.tell(ring(0, asha))
    stage.settings.me = ['+919000010001']
    stage.alerter.onSettingsChanged()
    expect(stage.calls()).toMatchObject([{ rings: ['you'], ask: null }])
  })

  it('takes the calls of others away when it is said', () => {
    const stage = createStage()
    stage.settings.me = []
    stage.tell(ring(0, asha))
    stage.tell(ring(0, vikram), 'other')
    stage.settings.me = ['5cd4']
    stage.alerter.onSettingsChanged()
    expect(stage.calls().map(({ id }) => id)).toEqual(['other'])
    expect([...stage.banners.alive.keys()]).toEqual(['other'])
  })

  it('asks nothing where all calls are wanted, where nobody is named, and of a pretend call', () => {
    const stage = createStage()
    stage.settings.me = []
    stage.tell({ ...ring(0, asha), source: 'pretend' }, 'a')
    stage.tell(ring(0), 'b')
    stage.settings.watchAll = true
    stage.tell(ring(0, asha), 'c')
    expect(stage.calls().map(({ ask }) => ask)).toEqual([null, null, null])
  })
})

describe('the time away', () => {
  it('clears the screen, but not of my talk, and shows what was missed before when it ends', () => {
    const stage = createStage()
    stage.tell(ring(0, me), 'missed')
    stage.tell(end(30), 'missed')
    stage.tell(ring(0, me), 'mine')
    stage.tell(answer(5, me), 'mine')
    stage.tell(ring(0, me), 'rings')
    pass(5)
    stage.alerter.onLeave()
    expect(stage.states()).toEqual(['answered'])
    expect(stage.banners.alive.size).toBe(0)
    pass(300)
    expect(stage.states()).toEqual(['answered'])
    stage.screen.wake()
    expect(stage.states()).toEqual(['answered', 'missed'])
    expect(stage.banners.alive.size).toBe(0)
  })

  it('lets a call ring that rings when it ends, unless it was dismissed before', () => {
    const stage = createStage()
    stage.tell(ring(0, me), 'rings')
    stage.tell(ring(0, me), 'dismissed')
    stage.screen.remove('dismissed')
    stage.alerter.onLeave()
    stage.setting.quiet = 'away'
    stage.tell({ kind: 'unknown', at: second(1) }, 'rings')
    expect(stage.rows()).toEqual([])
    stage.setting.quiet = null
    stage.screen.wake()
    stage.alerter.consider([stage.record('rings'), stage.record('dismissed')])
    expect(stage.calls().map(({ id }) => id)).toEqual(['rings'])
  })
})

describe('another start', () => {
  it('does not ring again for the same ring, but for a new one', () => {
    const calls = new Map<string, CallRecord>()
    const first = createStage(calls)
    first.tell(ring(0, me), 'a')
    first.tell(ring(0, me), 'b')
    first.alerter.stop()
    pass(5)
    const stage = createStage(calls)
    stage.tell({ kind: 'unknown', at: second(1) }, 'a')
    expect(stage.rows()).toEqual([])
    stage.tell(ring(6, me), 'b', 'anew')
    expect(stage.calls().map(({ id }) => id)).toEqual(['b'])
    stage.tell(end(30), 'a')
    pass(5)
    expect(stage.calls().map(({ id, state }) => [id, state])).toEqual([
      ['a', 'missed'],
      ['b', 'ringing'],
    ])
  })

  it('does not tell of the same miss again', () => {
    const calls = new Map<string, CallRecord>()
    const first = createStage(calls)
    first.tell(ring(0, me))
    first.tell(end(30))
    pass(5)
    first.alerter.stop()
    const stage = createStage(calls)
    stage.tell({ kind: 'log', exact: true, at: second(31), phase: 'ended', outcome: 'missed' })
    pass(60)
    expect(stage.rows()).toEqual([])
  })
})

describe('the end of the app', () => {
  it('leaves an empty screen, whatever comes after', () => {
    const stage = createStage()
    stage.tell(ring(0, me))
    stage.tell(end(30), 'b')
    stage.alerter.stop()
    stage.tell(ring(0, me), 'c')
    stage.alerter.consider([stage.record()])
    pass(300)
    expect(stage.rows()).toEqual([])
    expect(stage.banners.alive.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})
