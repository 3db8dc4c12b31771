import { describe, expect, it } from 'vitest'
import { checks, isDone } from '../../main/set-up/checks.ts'
import type { Seen, WhatArrived } from '../../main/set-up/what-arrived.ts'
import type { CheckCode } from '../../shared/set-up.ts'

const [first, second, third] = [
  '2026-11-23T06:33:00.000Z',
  '2026-11-23T06:34:00.000Z',
  '2026-11-23T06:35:00.000Z',
]
const nothingSeen: Seen = {
  calls: 0,
  ringingAt: null,
  agentNamedAt: null,
  answeredAt: null,
  endAt: null,
  logAt: null,
  talkTimeAt: null,
  wholeAt: null,
  panels: [],
}
const nothing: WhatArrived = { refusedAt: null, heardAt: null, seen: nothingSeen, notCallsAt: null }

function arrived(values: Partial<WhatArrived>, seen: Partial<Seen> = {}): WhatArrived {
  return { ...nothing, ...values, seen: { ...nothingSeen, ...seen } }
}

function check(what: WhatArrived, code: CheckCode) {
  return checks(what).find((one) => one.code === code)
}

describe('the live ticks', () => {
  it('stand in the order in which they come true, and all wait at first', () => {
    expect(checks(nothing).map(({ code, state, at }) => [code, state, at])).toEqual([
      ['request-arrived', 'waiting', null],
      ['secret-right', 'waiting', null],
      ['ringing-seen', 'waiting', null],
      ['agent-named', 'waiting', null],
      ['end-seen', 'waiting', null],
      ['talk-time-seen', 'waiting', null],
      ['only-calls', 'waiting', null],
    ])
  })

  it('are all done after a whole call, each with its time', () => {
    const whole = arrived(
      { heardAt: third },
      {
        ...{ calls: 1, ringingAt: first, agentNamedAt: first, answeredAt: second },
        ...{ endAt: third, logAt: third, talkTimeAt: third, panels: ['v2'] },
      },
    )
    expect(checks(whole).map(({ state }) => state)).toEqual(Array(7).fill('done'))
    expect(check(whole, 'ringing-seen')).toMatchObject({
      at: first,
      sentence: 'A ringing call was seen on Mon 23 Nov at 12:03.',
    })
  })

  it.each<[CheckCode, string, WhatArrived, RegExp]>([
    ['request-arrived', 'done', arrived({ refusedAt: first }), /arrived on Mon 23 Nov at 12:03/],
    [
      'secret-right',
      'wrong',
      arrived({ refusedAt: first }),
      /^The secret is wrong.+at 12:03 and was refused/,
    ],
    ['secret-right', 'wrong', arrived({ heardAt: first, refusedAt: second }), /right secret came .+12:03/],
    ['secret-right', 'done', arrived({ heardAt: second, refusedAt: first }), /right .+12:04/],
    ['secret-right', 'done', arrived({ heardAt: first, refusedAt: first }), /right/],
    ['ringing-seen', 'waiting', arrived({ heardAt: first }, { calls: 1, panels: ['v2'] }), /tick Dial begin/],
    [
      'ringing-seen',
      'wrong',
      arrived({}, { calls: 1, logAt: first, panels: ['v2'] }),
      /^No ringing seen, .+12:03.+, tick Dial begin under Events of the v2 webhook\.$/,
    ],
    [
      'ringing-seen',
      'wrong',
      arrived({}, { calls: 1, logAt: first, panels: ['v1'] }),
      /^No ringing seen, .+In-call webhook beside/,
    ],
    [
      'ringing-seen',
      'wrong',
      arrived({}, { calls: 2, logAt: first, panels: ['v2', 'v1'] }),
      /tick Dial begin .+, or see that there is an In-call webhook/,
    ],
    [
      'ringing-seen',
      'waiting',
      arrived({}, { calls: 1, endAt: first, panels: ['v1'] }),
      /no call has reached an agent yet/,
    ],
    ['agent-named', 'wrong', arrived({}, { calls: 1, ringingAt: first, panels: ['v1'] }), /Log criteria/],
    ['agent-named', 'wrong', arrived({}, { calls: 1, ringingAt: first, panels: ['v2'] }), /Tick Dial begin/],
    ['end-seen', 'waiting', arrived({}, { calls: 1, ringingAt: first, panels: ['v2'] }), /tick End under/],
    ['end-seen', 'waiting', arrived({}, { calls: 1, ringingAt: first, panels: ['v1'] }), /In-call webhook/],
    ['end-seen', 'done', arrived({}, { calls: 1, logAt: first, panels: ['v2'] }), /tick End under/],
    ['talk-time-seen', 'waiting', arrived({}, { calls: 1, endAt: first, panels: ['v2'] }), /tick Summary/],
    ['talk-time-seen', 'waiting', arrived({}, { calls: 1, endAt: first, panels: ['v1'] }), /After-call/],
    [
      'talk-time-seen',
      'waiting',
      arrived({}, { calls: 1, logAt: first, panels: ['v2'] }),
      /nobody had talked/,
    ],
    ['only-calls', 'wrong', arrived({ heardAt: second, notCallsAt: first }), /12:03;.+Untick WhatsApp/],
    [
      'only-calls',
      'done',
      arrived({ heardAt: '2026-11-24T06:33:00.000Z', notCallsAt: first }),
      /Nothing but/,
    ],
  ])('%s is %s of %j', (code, state, what, sentence) => {
    expect(check(what, code)).toMatchObject({ state, sentence: expect.stringMatching(sentence) })
  })

  it('are a set-up that is done only where one call had a ring and an end', () => {
    const apart = arrived({ heardAt: second }, { calls: 2, ringingAt: first, endAt: second })
    expect(isDone(apart)).toBe(false)
    expect(isDone({ ...apart, seen: { ...apart.seen, wholeAt: second } })).toBe(true)
  })
})
