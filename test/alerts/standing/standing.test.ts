import { describe, expect, it } from 'vitest'
import type { Standing } from '../../../main/alerts/decide.ts'
import { standingOf } from '../../../main/alerts/standing/standing.ts'
import type { Fact, Told } from '../../../main/calls/fact.ts'
import { project } from '../../../main/calls/project.ts'
import type { Desk } from '../../../main/display.ts'
import { arrive } from '../../calls/facts.ts'
import { answer, asha, end, me, ring, second, vikram } from '../stage.ts'

const mine: Desk = { me: ['+919000010002'], notMe: [] }
const nobody: Desk = { me: [], notMe: [] }

function standing(told: (Told & Partial<Fact>)[], desk: Desk) {
  const facts = arrive(...told)
  return standingOf(project('call', facts, {}), facts, desk)
}

describe('where a call stands', () => {
  it.each<[string, Told[], Standing, string[]]>([
    ['in the menu', [{ kind: 'initiated', at: second(0) }], 'not-ringing', []],
    ['ringing me', [ring(1, me)], 'rings-me', ['+919000010002']],
    ['ringing several with me', [ring(1, asha, me)], 'rings-me', ['+919000010001', '+919000010002']],
    ['ringing others', [ring(1, asha)], 'rings-others', ['+919000010001']],
    ['ringing whoever it may be', [ring(1)], 'rings-me', []],
    ['moved on', [ring(1, me), ring(9, asha)], 'rings-others', ['+919000010001']],
    ['moved on to me', [ring(1, asha), ring(9, me)], 'rings-me', ['+919000010002']],
    ['answered by me', [ring(1, me), answer(3, me)], 'with-me', ['+919000010002']],
    ['answered by a colleague', [ring(1, me, asha), answer(3, asha)], 'with-others', ['+919000010001']],
    ['answered by several: nobody’s yet', [ring(1, me, asha), answer(3, me, asha)], 'with-others', []],
    ['answered by the only one rung', [ring(1, me), answer(3)], 'with-me', ['+919000010002']],
    ['answered by nobody named', [ring(1, me, asha), answer(3)], 'with-others', []],
    ['transferred to me', [ring(1, asha), answer(3, asha), ring(60, me)], 'rings-me', ['+919000010002']],
    ['transferred by me', [ring(1, me), answer(3, me), ring(60, vikram)], 'rings-others', ['5cd4']],
    ['a ring that comes after its answer', [answer(3, asha), ring(1, me)], 'with-others', ['+919000010001']],
    ['unanswered', [ring(1, me), end(30)], 'missed', []],
    ['a voicemail', [ring(1, me), { ...end(30), outcome: 'voicemail' }], 'missed', []],
    ['talked and over', [ring(1, me), answer(3, me), end(30)], 'over', []],
    ['rejected', [ring(1, me), { ...end(30), outcome: 'rejected' }], 'over', []],
    ['outgoing', [{ ...ring(1, me), direction: 'outgoing' }], 'outgoing', []],
  ])('says of a call that is %s', (_name, told, expected, by) => {
    const found = standing(told, mine)
    expect(found.standing).toBe(expected)
    expect(found.by.map(({ number, id }) => number ?? id)).toEqual(by)
    expect(found.ringReceivedAt !== null).toBe(expected === 'rings-me' || expected === 'rings-others')
  })

  it('takes every ring as mine while nobody is set, but for those of agents who sit elsewhere', () => {
    expect(standing([ring(1, asha)], nobody).standing).toBe('rings-me')
    expect(standing([ring(1, asha)], { me: [], notMe: ['+919000010001'] }).standing).toBe('rings-others')
    expect(standing([ring(1, asha, me)], { me: [], notMe: ['+919000010001'] }).standing).toBe('rings-me')
  })

  it('takes no answer as mine while nobody is set', () => {
    expect(standing([ring(1, asha), answer(3, asha)], nobody).standing).toBe('with-others')
  })
})
