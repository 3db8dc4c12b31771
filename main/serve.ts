import type { Log } from './log.ts'
import { openReach, type Reach } from './reach.ts'
import { openReceiver } from './receiver.ts'
import { openSecretFile } from './secrets/secret-file.ts'

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
  let reach: Reach | null = null
  const receiver = await openReceiver({
    dir,
    command: 'ringtray serve',
    now: Date.now,
    log,
    onChanged: () => {},
    onBookChanged: () => {},
    onStatus: () => {},
    onRequest: () => reach?.requested(),
    onRefused: () => reach?.refused(),
    onHeard: (requestHost) => reach?.heard(requestHost),
  })
  const settings = receiver.settings.current()
  let url: string
  try {
    const secrets = await openSecretFile({ dir, cipher: () => null, log })
    reach = await openReach({
      dir,
      receiver,
      readSecret: secrets.read,
      onStatus: () => {},
      onAlert: ({ sentence }) => log.warn('hearing.quiet', sentence),
      now: Date.now,
      log,
    })
    url = await receiver.listen(host, port ?? settings.port)
  } catch (error) {
    await reach?.stop()
    await receiver.stop()
    throw error
  }
  reach.listening({ host, port: Number(new URL(url).port || 80) })
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
    await reach.stop()
    await receiver.stop()
  }
}
