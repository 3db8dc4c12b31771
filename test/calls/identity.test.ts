import { describe, expect, it } from 'vitest'
import {
  type Arrival,
  type Candidate,
  chooseCall,
  joins,
  ownId,
  repeatWindowMs,
} from '../../main/calls/identity.ts'
import { second, uidAt } from './facts.ts'

const ringing: Candidate = {
  hasUid: false,
  answered: false,
  ended: false,
  startedAt: second(0),
  heardAt: second(10),
}
const answered = { ...ringing, answered: true }
const ended = { ...answered, ended: true }
const customer = { number: '+919823045678' }
const threeHours = 3 * 3_600

const told = (kind: Arrival['kind'], at: number, more: Partial<Arrival> = {}): Arrival => ({
  kind,
  at: second(at),
  receivedAt: second(at),
  customer,
  ...more,
})

describe('ownId', () => {
  it.each([
    { rule: 'the uid', fact: { uid: 'n2.1.7', logId: 'abc' }, id: 'n2.1.7' },
    { rule: 'the log where there is no uid', fact: { logId: 'abc' }, id: 'log:abc' },
    { rule: 'our own sequence where there is neither', fact: {}, id: 'own:42' },
  ])('is $rule', ({ fact, id }) => {
    expect(ownId({ kind: 'ringing', ...fact }, 42)).toBe(id)
  })
})

interface Choice {
  rule: string
  fact: Arrival
  among: Candidate[]
  chosen: Candidate | null
}

const young = { ...ringing, startedAt: second(600), heardAt: second(600) }
const exact = { exact: true, startedAt: second(5) } as const

const choices: Choice[] = [
  { rule: 'begins a call where the customer has none', fact: told('ringing', 20), among: [], chosen: null },
  {
    rule: 'joins a ring to the newest call that rings',
    fact: told('ringing', 20),
    among: [ringing],
    chosen: ringing,
  },
  { rule: 'joins a beginning likewise', fact: told('initiated', 20), among: [ringing], chosen: ringing },
  {
    rule: 'joins a ring 100 s after the last news',
    fact: told('ringing', 110),
    among: [ringing],
    chosen: ringing,
  },
  {
    rule: 'begins a call 101 s after the last news',
    fact: told('ringing', 111),
    among: [ringing],
    chosen: null,
  },
  {
    rule: 'begins a call where the newest is answered',
    fact: told('ringing', 20),
    among: [answered],
    chosen: null,
  },
  {
    rule: 'begins a call where the newest has ended',
    fact: told('ringing', 20),
    among: [ended],
    chosen: null,
  },
  {
    rule: 'looks at no older call for a ring',
    fact: told('ringing', 20),
    among: [ended, ringing],
    chosen: null,
  },
  {
    rule: 'joins an answer to a call that rings',
    fact: told('answered', 300),
    among: [ringing],
    chosen: ringing,
  },
  { rule: 'joins an end to an answered call', fact: told('ended', 300), among: [answered], chosen: answered },
  {
    rule: 'joins an end to the newest of those not ended',
    fact: told('ended', 700),
    among: [ended, young, ringing],
    chosen: young,
  },
  {
    rule: 'joins an end three hours after the start',
    fact: told('ended', threeHours),
    among: [answered],
    chosen: answered,
  },
  {
    rule: 'begins a call for an end later than that',
    fact: told('ended', threeHours + 1),
    among: [answered],
    chosen: null,
  },
  {
    rule: 'gives an end to no call that began after it',
    fact: told('ended', 300),
    among: [young, answered],
    chosen: answered,
  },
  { rule: 'allows for clocks that differ', fact: told('answered', 500), among: [young], chosen: young },
  {
    rule: 'joins an unknown state to a live call',
    fact: told('unknown', 20),
    among: [ringing],
    chosen: ringing,
  },
  {
    rule: 'joins a disposition to a call that has ended',
    fact: told('disposition', 300),
    among: [ended],
    chosen: ended,
  },
  {
    rule: 'joins a log to the call begun at its start',
    fact: told('log', 900, exact),
    among: [ended],
    chosen: ended,
  },
  {
    rule: 'joins a log two minutes off',
    fact: told('log', 900, { ...exact, startedAt: second(120) }),
    among: [ended],
    chosen: ended,
  },
  {
    rule: 'begins a call for a log further off',
    fact: told('log', 900, { ...exact, startedAt: second(121) }),
    among: [ended],
    chosen: null,
  },
  {
    rule: 'joins a log to the nearest of two calls',
    fact: told('log', 900, exact),
    among: [{ ...ended, startedAt: second(60) }, ended],
    chosen: ended,
  },
  {
    rule: 'begins a call for a log with an id of its own',
    fact: told('log', 900, { ...exact, logId: 'abc' }),
    among: [ended],
    chosen: null,
  },
  {
    rule: 'joins nothing to a withheld number',
    fact: told('ringing', 20, { customer: { withheld: true } }),
    among: [ringing],
    chosen: null,
  },
  {
    rule: 'joins a ring without uid to a call with one',
    fact: told('ringing', 20),
    among: [{ ...ringing, hasUid: true }],
    chosen: { ...ringing, hasUid: true },
  },
  {
    rule: 'lets a uid take over a call without one',
    fact: told('ringing', 20, { uid: uidAt(0) }),
    among: [ringing],
    chosen: ringing,
  },
  {
    rule: 'lets a uid take over no call of another uid',
    fact: told('ringing', 20, { uid: uidAt(0) }),
    among: [{ ...ringing, hasUid: true }],
    chosen: null,
  },
  {
    rule: 'lets a uid take over by the same tests',
    fact: told('ringing', 20, { uid: uidAt(0) }),
    among: [ended],
    chosen: null,
  },
  {
    rule: 'lets the log of a uid take over by its start',
    fact: told('log', 900, { ...exact, uid: uidAt(3), logId: 'abc' }),
    among: [ended],
    chosen: ended,
  },
]

describe('chooseCall', () => {
  it.each(choices)('$rule', ({ fact, among, chosen }) => {
    expect(chooseCall(fact, among)).toEqual(chosen)
  })

  it('joins no uid to a call of another, also where it is asked of one call', () => {
    const uidRing = told('ringing', 20, { uid: uidAt(0) })
    expect([joins(uidRing, ringing), joins(uidRing, { ...ringing, hasUid: true })]).toEqual([true, false])
  })

  it('uses the window in which retries come', () => {
    expect(repeatWindowMs).toBe(100_000)
  })
})
