import type { OwnUrlSettings } from '../../../shared/tunnel.ts'
import { publicUrlWanted, readPublicUrl } from '../public-url.ts'
import type { TunnelProvider } from '../tunnel.ts'

/** Nothing to run: somebody else's proxy or port forward ends at our port. */
export const ownUrl: TunnelProvider<OwnUrlSettings> = {
  kind: 'own-url',
  needs:
    'An https address of your own that leads to this computer: a reverse proxy, Tailscale Funnel or a port forward.',
  monthlyRequests: null,
  readSettings({ url }) {
    return readPublicUrl(url) === null
      ? `url must be ${publicUrlWanted}`
      : { kind: 'own-url', url: String(url) }
  },
  findLack: async () => null,
  open({ url }, { port }, { onEvent }) {
    const publicUrl = readPublicUrl(url)
    if (publicUrl === null) {
      const sentence = `The public address must be ${publicUrlWanted}.`
      onEvent({ kind: 'down', problem: { code: 'address-wrong', sentence } })
    } else {
      const hint = `If nothing arrives: whatever answers at this address must pass requests on to http://127.0.0.1:${port}.`
      onEvent({ kind: 'up', publicUrl, hint })
    }
    return { close: async () => {} }
  },
}
