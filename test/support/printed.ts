import { parseArgs } from 'node:util'
import { commands } from '../../main/commands/commands.ts'
import type { Terminal } from '../../main/commands/terminal.ts'
import type { Log } from '../../main/log.ts'
import type { Call } from '../../shared/call.ts'

/** A row of `deliveries`, as the contract has it. */
export interface PrintedDelivery {
  id: string
  receivedAt: string
  method: 'GET' | 'POST'
  verdict: 'accepted' | 'duplicate' | 'unrecognised' | 'unreadable'
  reason: string | null
  dialect: 'in-call' | 'after-call' | 'v2' | 'query' | null
  callId: string | null
}

/** What `calls --format json` prints, without a process of its own: hundreds of tests ask. */
export async function callsIn(dir: string, ...args: string[]): Promise<Call[]> {
  return JSON.parse(await printed('calls', '--data', dir, '--format', 'json', ...args))
}

/** What `deliveries --format json` prints. */
export async function deliveriesIn(dir: string): Promise<PrintedDelivery[]> {
  return JSON.parse(await printed('deliveries', '--data', dir, '--format', 'json'))
}

/** Everything that a refusal must leave as it was. */
export async function keptIn(dir: string): Promise<{ calls: Call[]; deliveries: PrintedDelivery[] }> {
  return { calls: await callsIn(dir), deliveries: await deliveriesIn(dir) }
}

export const silentLog: Log = { info: () => {}, warn: () => {} }

async function printed(name: string, ...args: string[]): Promise<string> {
  const command = commands.find((candidate) => candidate.name === name)
  if (command === undefined) throw new Error(`There is no command ${name}`)
  let text = ''
  const terminal: Terminal = {
    async print(more, { newline } = { newline: true }) {
      text += newline ? `${more}\n` : more
    },
    say: () => {},
    log: silentLog,
  }
  await command.run(parseArgs({ args, options: command.options, strict: true }).values, terminal)
  return text
}
