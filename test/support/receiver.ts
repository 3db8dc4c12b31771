import type { Log } from '../../main/log.ts'
import { openReceiver, type Receiver } from '../../main/receiver.ts'

export interface OpenedHere {
  receiver: Receiver
  /** What would stand on stderr, so far. */
  said(): string
}

/** A receiver in this process, without a listener: what a start does to a folder, quickly. */
export async function openHere(dir: string): Promise<OpenedHere> {
  const lines: string[] = []
  const log: Log = {
    info: (code, sentence) => lines.push(`${code} ${sentence}`),
    warn: (code, sentence) => lines.push(`${code} ${sentence}`),
  }
  const receiver = await openReceiver({
    dir,
    command: 'a test',
    now: Date.now,
    log,
    onChanged: () => {},
    onBookChanged: () => {},
    onStatus: () => {},
  })
  await receiver.ready
  return { receiver, said: () => lines.join('\n') }
}
