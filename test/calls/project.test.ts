import { describe, expect, it } from 'vitest'
import { project } from '../../main/calls/project.ts'
import { arrive, second } from './facts.ts'
import { answer, end, ring } from './table.ts'

describe('project', () => {
  it('lists one event for each fact, in the order of the call', () => {
    const { events } = project('x', arrive(end, ring, { ...answer, uid: 'u' }), {})
    expect(events).toEqual([
      { kind: 'ringing', at: second(7), deliveryId: 'delivery-2' },
      { kind: 'answered', at: second(20), deliveryId: 'delivery-3' },
      { kind: 'ended', at: second(39), deliveryId: 'delivery-1' },
    ])
  })

  it('shows note, seen and the tags that were not taken off', () => {
    const made = { at: second(1), desk: 'front' }
    const edits = {
      note: { value: 'refund', ...made },
      seen: { value: true, ...made },
      tags: [
        { tag: 'vip', value: true, ...made },
        { tag: 'old', value: false, ...made },
      ],
    }
    expect(project('x', arrive(ring), edits)).toMatchObject({ note: 'refund', seen: true, tags: ['vip'] })
    expect(project('x', arrive(ring), {})).toMatchObject({ note: '', seen: false, tags: [] })
  })

  it('keeps a custom parameter named __proto__ as text and pollutes nothing', () => {
    const { custom } = project(
      'x',
      arrive({
        ...ring,
        custom: [
          ['__proto__', 'evil'],
          ['constructor', 'c'],
        ],
      }),
      {},
    )
    expect(JSON.stringify(custom)).toBe('{"__proto__":"evil","constructor":"c"}')
    expect(Object.getPrototypeOf(custom)).toBe(Object.prototype)
    expect(Object.keys({})).toEqual([])
  })

  it('makes a call even of nothing', () => {
    expect(project('x', [], {})).toMatchObject({ id: 'x', phase: 'initiated', outcome: null, events: [] })
  })
})
