import { expect, it } from 'vitest'
import { runProgram } from '../../../main/tunnel/providers/run-program.ts'
import type { TunnelEvent } from '../../../main/tunnel/tunnel.ts'

const program = {
  name: 'a-program',
  command: '/nowhere/a-program',
  args: [],
  onLine: () => {},
  explainEnd: () => ({ code: 'ended', sentence: 'It ended.' }) as const,
}

function createRecorder() {
  const events: TunnelEvent[] = []
  const started: string[] = []
  const children = {
    lastPath: () => null,
    start: async (name: string) => {
      started.push(name)
      throw new Error('spawn EACCES')
    },
  }
  return { events, started, means: { children, onEvent: (event: TunnelEvent) => void events.push(event) } }
}

it('is closed at once while a secret is waited for, and starts nothing after', async () => {
  const { events, started, means } = createRecorder()
  const prepared = Promise.withResolvers<typeof program>()
  const tunnel = runProgram(means, () => prepared.promise)
  await tunnel.close()
  prepared.resolve(program)
  await prepared.promise
  expect(started).toEqual([])
  expect(events).toEqual([])
})

it('says that a program could not be started, and what may forbid it', async () => {
  const { events, started, means } = createRecorder()
  const told = Promise.withResolvers<void>()
  const onEvent = (event: TunnelEvent) => {
    means.onEvent(event)
    told.resolve()
  }
  runProgram({ ...means, onEvent }, async () => program)
  await told.promise
  expect(started).toEqual(['a-program'])
  expect(events).toMatchObject([{ kind: 'down', problem: { code: 'program-failed' } }])
  expect(JSON.stringify(events)).toContain('An antivirus program may forbid it')
})
