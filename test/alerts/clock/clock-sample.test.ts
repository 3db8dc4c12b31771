import { describe, expect, it } from 'vitest'
import { sampleOf } from '../../../main/alerts/clock/clock-sample.ts'
import type { Fact, Told } from '../../../main/calls/fact.ts'
import { project } from '../../../main/calls/project.ts'
import { minuteMs, toInstant } from '../../../shared/time.ts'
import { arrive } from '../../calls/facts.ts'
import { answer, me, ring, second, startMs } from '../stage.ts'

function sample(told: (Told & Partial<Fact>)[], isFirst = true) {
  const facts = arrive(...told)
  const after = project('call', facts, {})
  const record = { id: 'call', facts, edits: {} }
  return sampleOf({ callId: 'call', before: isFirst ? null : after, after, record })
}

const receivedAt = toInstant(startMs - 20 * minuteMs)

describe('what a call says about our clock', () => {
  it('is how far it is behind, by the first news of a call that goes on', () => {
    const behind = { callId: 'call', behindMs: 20 * minuteMs }
    expect(sample([{ ...ring(0, me), receivedAt }])).toEqual(behind)
    expect(sample([{ kind: 'initiated', at: second(0), receivedAt }])).toEqual(behind)
  })

  it('is nothing where no time was told, it is told afterwards, is not the first news or is pretended', () => {
    expect(sample([{ kind: 'ringing', receivedAt }])).toBe(null)
    expect(sample([{ ...answer(0, me), receivedAt }])).toBe(null)
    expect(sample([{ ...ring(0, me), receivedAt }], false)).toBe(null)
    expect(sample([{ ...ring(0, me), source: 'pretend', receivedAt }])).toBe(null)
  })
})
