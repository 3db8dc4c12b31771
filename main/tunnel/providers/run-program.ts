import type { TunnelProblem } from '../../../shared/tunnel.ts'
import { describeError } from '../../errors.ts'
import type { Child } from '../child/child.ts'
import type { OpenTunnel, TunnelEvent, TunnelMeans } from '../tunnel.ts'

export interface Program {
  name: string
  command: string
  args: string[]
  env?: Record<string, string>
  onLine(line: string): void
  /** Why it ended, from what it said. */
  explainEnd(): TunnelProblem
}

/** A tunnel that is a program: prepared, started, and over when it ends. `onEvent` is told nothing after `close()`. */
export function runProgram(
  { children, onEvent }: Pick<TunnelMeans, 'children' | 'onEvent'>,
  prepare: () => Promise<Program | TunnelProblem>,
): OpenTunnel {
  let isClosed = false
  const tell = (event: TunnelEvent) => isClosed || onEvent(event)

  async function start({ explainEnd, ...program }: Program): Promise<Child | null> {
    try {
      return await children.start(program.name, {
        ...program,
        onLine: (line) => isClosed || program.onLine(line),
        onEnd: () => tell({ kind: 'down', problem: explainEnd() }),
      })
    } catch (error) {
      const sentence = `The program ${program.name} could not be started (${describeError(error)}). An antivirus program may forbid it: ask your IT to allow it.`
      tell({ kind: 'down', problem: { code: 'program-failed', sentence } })
      return null
    }
  }

  let starting: Promise<Child | null> | null = null
  const preparing = prepare().catch(
    // A secret that is kept, but cannot be opened here.
    (error): TunnelProblem => ({ code: 'no-secret', sentence: describeError(error) }),
  )
  void preparing.then((program) => {
    if (!('command' in program)) tell({ kind: 'down', problem: program })
    else if (!isClosed) starting = start(program)
  })
  return {
    async close() {
      isClosed = true
      await (await starting)?.stop()
    },
  }
}
