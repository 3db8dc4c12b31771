import { describe, expect, it, onTestFinished } from 'vitest'
import { createNgrokProvider } from '../../main/tunnel/providers/ngrok.ts'
import type { TunnelEvent } from '../../main/tunnel/tunnel.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('the real package of ngrok', () => {
  it('loads, tries, and has its failure told in words', async () => {
    const event = await new Promise<TunnelEvent>((resolve) => {
      const tunnel = createNgrokProvider().open(
        { kind: 'ngrok' },
        { host: '127.0.0.1', port: 9 },
        {
          dir: tempFolder(),
          children: { start: () => Promise.reject(new Error('ngrok is no program')), lastPath: () => null },
          readSecret: async () => 'an authtoken that no account has',
          onEvent: resolve,
        },
      )
      onTestFinished(() => tunnel.close())
    })

    // Without the internet it cannot be reached; with it, the token is refused. A load that failed would be neither.
    if (event.kind !== 'down') throw new Error(`It came up: ${JSON.stringify(event)}`)
    expect(['network', 'bad-secret']).toContain(event.problem.code)
    expect(event.problem.sentence).toContain('ngrok')
  })
})
