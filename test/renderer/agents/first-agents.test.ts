import { describe, expect, it } from 'vitest'
import { firstAgents } from '../../../renderer/agents/first-agents.ts'

const agents = Array.from({ length: 12 }, (_, at) => ({
  key: `u${at}`,
  name: null,
  number: null,
  lastRungAt: '2026-11-23T10:00:00.000Z',
}))

describe('the agents shown at first', () => {
  it('are all of them, where the button would be as long', () => {
    expect(firstAgents(agents.slice(0, 9), [])).toHaveLength(9)
  })

  it('are those rung last, and those of mine wherever they stand', () => {
    expect(firstAgents(agents, ['u11', 'u3']).map(({ key }) => key)).toEqual([
      ...agents.slice(0, 8).map(({ key }) => key),
      'u11',
    ])
  })
})
