import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createNgrokProvider, type Ngrok } from '../../../main/tunnel/providers/ngrok.ts'
import { explainNgrokError, readErrorNumber } from '../../../main/tunnel/providers/ngrok-failure.ts'
import type { TunnelEvent } from '../../../main/tunnel/tunnel.ts'
import type { NgrokSettings } from '../../../shared/tunnel.ts'
import { createNgrokStandIn, ngrokError } from '../../support/ngrok.ts'

const noChildren = { start: () => Promise.reject(new Error('ngrok runs no program')), lastPath: () => null }

interface Arranged {
  load?: () => Promise<Ngrok>
  authtoken?: string | null
  settings?: NgrokSettings
}

function open({ load, authtoken = '2abc_DEF', settings = { kind: 'ngrok' } }: Arranged) {
  const events: TunnelEvent[] = []
  const provider = load === undefined ? createNgrokProvider() : createNgrokProvider(load)
  const tunnel = provider.open(
    settings,
    { host: '127.0.0.1', port: 7464 },
    {
      dir: '/nowhere',
      children: noChildren,
      readSecret: async (name) => (name === 'ngrok.authtoken' ? authtoken : null),
      onEvent: (event) => events.push(event),
    },
  )
  return { events, tunnel, firstEvent: () => vi.waitUntil(() => events[0]) }
}

describe('ngrok', () => {
  it('asks for the authtoken alone, and takes the address that the account has', async () => {
    const ngrok = createNgrokStandIn()
    const { firstEvent } = open({ load: async () => ngrok })
    expect(await firstEvent()).toEqual({
      kind: 'up',
      publicUrl: 'https://happy-otter-walks.ngrok-free.app/webhook',
      hint: null,
    })
    expect(ngrok.asked()).toMatchObject({ addr: '127.0.0.1:7464', authtoken: '2abc_DEF' })
    expect(ngrok.asked()).not.toHaveProperty('domain')
  })

  it('takes one of several addresses where the settings name it', async () => {
    const settings: NgrokSettings = { kind: 'ngrok', domain: 'calls.example.com' }
    const { firstEvent } = open({ load: async () => createNgrokStandIn(), settings })
    expect(await firstEvent()).toMatchObject({ publicUrl: 'https://calls.example.com/webhook' })
  })

  it('tells of a lost connection and of its return', async () => {
    const ngrok = createNgrokStandIn()
    const { events, firstEvent } = open({ load: async () => ngrok })
    await firstEvent()
    ngrok.loses()
    ngrok.finds()
    expect(events.map(({ kind }) => kind)).toEqual(['up', 'interrupted', 'up'])
  })

  it('leaves no session behind when it is closed, and says nothing more', async () => {
    const ngrok = createNgrokStandIn()
    const { events, tunnel, firstEvent } = open({ load: async () => ngrok })
    await firstEvent()
    await tunnel.close()
    expect(ngrok.sessions()).toBe(0)
    ngrok.loses()
    expect(events).toHaveLength(1)
  })

  it('leaves none either when it is closed while it opens', async () => {
    const ngrok = createNgrokStandIn()
    const { events, tunnel } = open({ load: async () => ngrok })
    await tunnel.close()
    expect(ngrok.sessions()).toBe(0)
    expect(events).toEqual([])
  })

  it('is closed in time although it hangs, and gives back what comes after all', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const late = Promise.withResolvers<Awaited<ReturnType<Ngrok['forward']>>>()
    const disconnect = vi.fn(async () => {})
    const { events, tunnel } = open({ load: async () => ({ forward: () => late.promise, disconnect }) })
    const closed = tunnel.close()
    await vi.advanceTimersByTimeAsync(4_000)
    await closed
    const close = vi.fn(async () => {})
    late.resolve({ url: () => 'https://x.ngrok-free.app', close })
    await vi.advanceTimersByTimeAsync(0)
    expect(close).toHaveBeenCalledOnce()
    // The session is the next tunnel's by now.
    expect(disconnect).not.toHaveBeenCalled()
    expect(events).toEqual([])
  })

  it('loads nothing without an authtoken, and asks for it', async () => {
    const load = vi.fn(async () => createNgrokStandIn())
    const { firstEvent } = open({ load, authtoken: null })
    expect(await firstEvent()).toMatchObject({ kind: 'down', problem: { code: 'no-secret' } })
    expect(load).not.toHaveBeenCalled()
  })

  it('explains that this copy came without it', async () => {
    // The package is optional: what Node says of one that is not there.
    const missing = new Error("Cannot find package '@ngrok/ngrok' imported from /app/main/tunnel.js")
    const load = () => Promise.reject(Object.assign(missing, { code: 'ERR_MODULE_NOT_FOUND' }))
    const event = await open({ load }).firstEvent()
    expect(event).toMatchObject({ kind: 'down', problem: { code: 'package-missing' } })
  })

  it.each([
    ["Cannot find module '@ngrok/ngrok-win32-x64-msvc'", 'MODULE_NOT_FOUND'],
    ['/app/ngrok.linux-x64-gnu.node: file too short', 'ERR_DLOPEN_FAILED'],
    ['Failed to load native binding', undefined],
  ])('explains a program file that was taken away: %s', async (message, code) => {
    const load = () => Promise.reject(Object.assign(new Error(message), code && { code }))
    const event = await open({ load }).firstEvent()
    expect(event).toMatchObject({ kind: 'down', problem: { code: 'program-removed' } })
    expect(JSON.stringify(event)).toContain('An antivirus program may have removed it')
  })
})

describe('a failure of ngrok', () => {
  it.each([
    ['ERR_NGROK_727', 'limited', 'quota'],
    ['ERR_NGROK_725', 'limited', 'quota'],
    ['ERR_NGROK_734', 'limited', 'rate-limit'],
    ['ERR_NGROK_702', 'limited', 'rate-limit'],
    ['ERR_NGROK_105', 'down', 'bad-secret'],
    ['ERR_NGROK_107', 'down', 'bad-secret'],
    ['ERR_NGROK_4018', 'down', 'bad-secret'],
    ['ERR_NGROK_108', 'down', 'address-taken'],
    ['ERR_NGROK_334', 'down', 'address-taken'],
    ['ERR_NGROK_103', 'down', 'account'],
    ['ERR_NGROK_326', 'down', 'address-wrong'],
    ['ERR_NGROK_99999', 'down', 'account'],
  ])('%s is %s by %s, and the sentence names it', (code, kind, problem) => {
    for (const property of ['errorCode', 'error_code', null] as const) {
      const event = explainNgrokError(ngrokError(code, property))
      expect(event).toMatchObject({ kind, problem: { code: problem } })
      expect(JSON.stringify(event)).toContain(code)
    }
  })

  it.each([new Error('failed to connect session: dns error'), 'lost', null, undefined])(
    'without a code is the network’s: %s',
    (error) => {
      expect(explainNgrokError(error)).toMatchObject({ kind: 'down', problem: { code: 'network' } })
    },
  )

  it('is found in the answer that ngrok gives in our place, too', () => {
    expect(readErrorNumber('<html>… ERR_NGROK_727 …</html>')).toBe(727)
  })

  it('repeats nothing of the authtoken that the message holds', () => {
    const error = new Error(
      'The authtoken you specified is invalid. Your authtoken: 2abc_DEF error_code: ERR_NGROK_107',
    )
    expect(JSON.stringify(explainNgrokError(error))).not.toContain('2abc_DEF')
  })
})
