import { createLog } from '../../main/log.ts'
import { openChildren } from '../../main/tunnel/child/children.ts'
import { providers } from '../../main/tunnel/providers.ts'
import { createSupervisor } from '../../main/tunnel/supervisor.ts'

/** A Ringtray that may be killed: runs cloudflared's stand-in for a folder. */
const [dir = '', binary = ''] = process.argv.slice(2)
const supervisor = createSupervisor({
  dir,
  providers,
  children: await openChildren({ dir, log: createLog(() => {}) }),
  hasProof: () => true,
  readSecret: async () => 'a-token',
  now: Date.now,
  random: Math.random,
  log: createLog(() => {}),
  onStatus: ({ state }) => process.send?.(state),
})
supervisor.start(
  { kind: 'cloudflared', url: 'https://calls.example.com', binary },
  { host: '127.0.0.1', port: 7464 },
)
setInterval(() => {}, 60_000)
