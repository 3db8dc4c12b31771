import type { Log } from './log.ts'
import { openReceiver } from './receiver.ts'

export interface ServeOptions {
  dir: string
  host: string
  /** Undefined: the one of `settings.json`. */
  port: number | undefined
  showToken: boolean
  log: Log
  print(line: string): void
  /** Resolves when it is time to end. */
  stopRequested: Promise<void>
}

/** Receives without a desktop: the same receiver, with a terminal where the windows would be. */
export async function serve({
  dir,
  host,
  port,
  showToken,
  log,
  print,
  stopRequested,
}: ServeOptions): Promise<void> {
  const receiver = await openReceiver({
    dir,
    command: 'ringtray serve',
    now: Date.now,
    log,
    onChanged: () => {},
    onBookChanged: () => {},
    onStatus: () => {},
  })
  const settings = receiver.settings.current()
  let url: string
  try {
    url = await receiver.listen(host, port ?? settings.port)
  } catch (error) {
    await receiver.stop()
    throw error
  }
  const { header } = settings.proofs
  const shown = header && { name: header.name, ...(showToken && { value: header.value }) }
  print(JSON.stringify({ ready: true, url, header: shown }))
  if (receiver.status().listener.state === 'shut') {
    log.warn(
      'door.shut',
      'No proof is configured, so every delivery is answered 503. Set one in settings.json',
    )
  }
  try {
    // A book that cannot be read is no reason to lose what arrives, but it is one to say so and end.
    await Promise.race([stopRequested, receiver.ready.then(() => stopRequested)])
  } finally {
    await receiver.stop()
  }
}
