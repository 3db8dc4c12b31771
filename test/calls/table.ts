import { describe, expect, it } from 'vitest'
import type { Fact, Told } from '../../main/calls/fact.ts'
import { project } from '../../main/calls/project.ts'
import type { Agent, Call } from '../../shared/call.ts'
import { arrive, second } from './facts.ts'

/** One rule: what was told, in the order of arrival, and what the call shows of it. */
export interface Row {
  rule: string
  told: (Told & Partial<Fact>)[]
  call: Partial<Omit<Call, 'agents'>> & { agents?: Partial<Agent>[] }
}

export function table(title: string, rows: Row[]): void {
  describe(title, () => {
    it.each(rows)('$rule', ({ told, call }) => {
      expect(project('the-call', arrive(...told), {})).toMatchObject(call)
    })
  })
}

export const asha = { number: '+919000010001', id: '5cd4', name: 'Asha Rao', extension: '10' }
export const vikram = { number: '+919000010002' }
export const ring: Told = { kind: 'ringing', at: second(7), agents: [{ number: asha.number }] }
export const answer: Told = { kind: 'answered', at: second(20), agents: [{ number: asha.number }] }
export const end: Told = { kind: 'ended', at: second(39) }
export const log: Told = { kind: 'log', exact: true, at: second(40), phase: 'ended' }
