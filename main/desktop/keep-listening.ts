import type { Settings } from '../../shared/settings.ts'
import { secondMs } from '../../shared/time.ts'
import { describeError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Reach } from '../reach.ts'
import type { Receiver } from '../receiver.ts'
import { welcomeLines } from './welcome.ts'

export interface KeepListeningOptions {
  receiver: Pick<Receiver, 'listen'>
  reach: Pick<Reach, 'listening' | 'listenerFailed'>
  settings(): Settings
  /** The output of an installed app ends in the system's log, where no secret belongs. */
  mayPrintSecrets: boolean
  print(line: string): void
  log: Log
}

const host = '127.0.0.1'
const againMs = 5 * secondMs

/** Resolves when calls can arrive, or it is said why they cannot; then it is tried again and again. */
export async function keepListening(options: KeepListeningOptions): Promise<void> {
  const { receiver, reach, settings, mayPrintSecrets, print, log } = options
  try {
    const url = await receiver.listen(host, settings().port)
    reach.listening({ host, port: Number(new URL(url).port) })
    const lines = welcomeLines(url, settings())
    for (const line of mayPrintSecrets ? lines : lines.slice(0, 1)) print(line)
  } catch (error) {
    log.warn('listener.failed', describeError(error))
    reach.listenerFailed()
    setTimeout(keepListening, againMs, options).unref()
  }
}
