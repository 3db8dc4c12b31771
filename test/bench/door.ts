import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A server in a process of its own, so that the load takes nothing from it. */
export interface Door {
  url: string
  header: { name: string; value: string } | null
  stop(): Promise<void>
}

export async function startDoor(script: string, args: string[] = []): Promise<Door> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  const { url, header = null } = JSON.parse(await firstLine(child)) as Door
  return {
    url,
    header,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server has no output')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return line
}
