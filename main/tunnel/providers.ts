import { cloudflared } from './providers/cloudflared.ts'
import { createNgrokProvider } from './providers/ngrok.ts'
import { ownUrl } from './providers/own-url.ts'
import { createSshProvider } from './providers/ssh.ts'
import type { Providers } from './tunnel.ts'

/** The ways in, in the order in which they are offered. */
export const providers: Providers = {
  ngrok: createNgrokProvider(),
  cloudflared,
  ssh: createSshProvider(),
  'own-url': ownUrl,
}
