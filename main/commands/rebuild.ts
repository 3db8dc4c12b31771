import { requireData } from '../reader.ts'
import { openReceiver } from '../receiver.ts'
import type { Terminal } from './terminal.ts'

/** Prints `{"deliveries":N,"calls":N}`. Needs the folder for itself. */
export async function runRebuild(dir: string, terminal: Terminal): Promise<void> {
  await requireData(dir)
  const { log } = terminal
  const silent = { onChanged: () => {}, onBookChanged: () => {}, onStatus: () => {} }
  const receiver = await openReceiver({ dir, command: 'ringtray rebuild', now: Date.now, log, ...silent })
  try {
    const rebuilt = await receiver.rebuild()
    await terminal.print(JSON.stringify(rebuilt))
    terminal.say(`Read ${rebuilt.deliveries} deliveries again; the book holds ${rebuilt.calls} calls.`)
  } finally {
    await receiver.stop()
  }
}
