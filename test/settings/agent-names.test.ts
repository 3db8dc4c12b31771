import { expect, it } from 'vitest'
import type { ToldAgent } from '../../main/calls/fact.ts'
import { createCallIndex } from '../../main/calls/index/call-index.ts'
import { toIndexRow } from '../../main/calls/index/index-row.ts'
import { project } from '../../main/calls/project.ts'
import { createDisplay } from '../../main/display.ts'
import { createAgentNames } from '../../main/settings/agent-names.ts'
import { arrive } from '../calls/facts.ts'

/** One call that tells of these agents. */
function indexOf(...calls: ToldAgent[][]) {
  const index = createCallIndex()
  for (const [ordinal, agents] of calls.entries()) {
    const id = `n1.1.${ordinal}`
    const facts = arrive({ kind: 'ringing', uid: id, at: `2026-11-23T06:0${ordinal}:00.000Z`, agents })
    index.put(ordinal, toIndexRow({ id, facts, edits: {} }, project(id, facts, {})))
  }
  return index
}

it('calls agents by the name that a log told, where a ring tells a number or an id only', () => {
  const names = createAgentNames(
    indexOf([{ number: '+919000010001', id: 'a1', name: 'Asha Rao' }], [{ number: '+919000010002' }]),
  )
  const display = createDisplay({ country: 'IN', me: ['+919000010003'] }, names.of)
  expect(display.agent({ number: '+919000010001' })).toBe('90000 10001')

  names.refresh()

  expect(display.agent({ number: '+919000010001' })).toBe('Asha Rao')
  expect(display.agent({ id: 'a1' })).toBe('Asha Rao')
  expect(display.agent({ number: '+919000010002' })).toBe('90000 10002')
  expect(display.agent({ number: '+919000010003' })).toBe('you')
  expect(display.agent({ number: '+919000010001', name: 'A. Rao' })).toBe('A. Rao')
})
