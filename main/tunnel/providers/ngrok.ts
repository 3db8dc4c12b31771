import type { NgrokSettings } from '../../../shared/tunnel.ts'
import { describeError } from '../../errors.ts'
import { readPublicUrl } from '../public-url.ts'
import type { TunnelEvent, TunnelMeans, TunnelProvider, TunnelTarget } from '../tunnel.ts'
import { explainNgrokError, explainNgrokLoadError } from './ngrok-failure.ts'

/** The part of `@ngrok/ngrok` that is used, by its own names. */
export interface Ngrok {
  forward(config: {
    addr: string
    authtoken: string
    domain?: string
    forwards_to: string
    on_status_change(status: string): void
  }): Promise<Listener>
  /** Without an address: every listener and the session under them. */
  disconnect(url?: string): Promise<void>
}

interface Listener {
  url(): string | null
  close(): Promise<void>
}

/** Its package is optional; the bundler shall not look for it. */
const packageName: string = '@ngrok/ngrok'
const loadPackage = async (): Promise<Ngrok> => {
  const loaded = (await import(packageName)) as { default?: Ngrok } & Ngrok
  return loaded.default ?? loaded
}

const patienceMs = 2_000

const noAuthtoken = {
  code: 'no-secret',
  sentence: 'ngrok needs your authtoken. Copy it from dashboard.ngrok.com and paste it in the settings.',
} as const

const lost = {
  code: 'network',
  sentence: 'The connection to ngrok is lost, most likely with the internet. It is tried again by itself.',
} as const

/** `load` is `import()` of the package: a native module, which an antivirus program may have taken away. */
export function createNgrokProvider(load: () => Promise<Ngrok> = loadPackage): TunnelProvider<NgrokSettings> {
  return {
    kind: 'ngrok',
    needs: 'A free account at ngrok.com: paste its authtoken, the address comes with it.',
    monthlyRequests: 20_000,
    readSettings({ domain }) {
      if (domain === undefined) return { kind: 'ngrok' }
      return typeof domain === 'string' && /^[a-z0-9.-]+\.[a-z]+$/i.test(domain)
        ? { kind: 'ngrok', domain }
        : 'domain must be a name such as "calls.example.com", or left out'
    },
    async findLack(_settings, { readSecret }) {
      if ((await readSecret('ngrok.authtoken')) === null) return noAuthtoken
      return load().then(() => null, explainNgrokLoadError)
    },
    open(settings, target, means) {
      let isClosed = false
      const tell = (event: TunnelEvent) => isClosed || means.onEvent(event)
      const opening = openSession(settings, target, { ...means, load, onEvent: tell })
      return {
        close() {
          isClosed = true
          return closeSession(opening)
        },
      }
    },
  }
}

interface Opened {
  ngrok: Ngrok
  /** Null where it could not be had; the session under it may be there all the same. */
  listener: Listener | null
}

type Opening = Pick<TunnelMeans, 'readSecret' | 'onEvent'> & { load(): Promise<Ngrok> }

async function openSession(
  { domain }: NgrokSettings,
  { host, port }: TunnelTarget,
  { readSecret, onEvent, load }: Opening,
): Promise<Opened | null> {
  let authtoken: string | null
  try {
    authtoken = await readSecret('ngrok.authtoken')
  } catch (error) {
    onEvent({ kind: 'down', problem: { code: 'no-secret', sentence: describeError(error) } })
    return null
  }
  if (authtoken === null) {
    onEvent({ kind: 'down', problem: noAuthtoken })
    return null
  }
  let ngrok: Ngrok
  try {
    ngrok = await load()
  } catch (error) {
    onEvent({ kind: 'down', problem: explainNgrokLoadError(error) })
    return null
  }
  let listener: Listener | null = null
  try {
    const up = () => {
      const publicUrl = readPublicUrl(listener?.url())
      if (publicUrl !== null) onEvent({ kind: 'up', publicUrl, hint: null })
    }
    listener = await ngrok.forward({
      addr: `${host}:${port}`,
      authtoken,
      ...(domain !== undefined && { domain }),
      forwards_to: 'Ringtray',
      on_status_change: (status) =>
        status === 'closed' ? onEvent({ kind: 'interrupted', problem: lost }) : up(),
    })
    up()
  } catch (error) {
    onEvent(explainNgrokError(error))
  }
  return { ngrok, listener }
}

/** The package keeps one session for the process: a restart must not get the old one back. */
async function closeSession(opening: Promise<Opened | null>): Promise<void> {
  const opened = await within(opening)
  if (opened === 'late') {
    // By then the session may carry the next tunnel.
    void opening.then((late) => late?.listener?.close()).catch(() => {})
    return
  }
  // Where it rejects, the session was gone before.
  await within(opened?.ngrok.disconnect().catch(() => {}))
}

/** Without a network it may wait for a farewell that never comes. */
function within<T>(promise: T): Promise<Awaited<T> | 'late'> {
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, patienceMs, 'late').unref())
  return Promise.race([promise, late])
}
