import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Banners, watchBanners } from '../../support/desktop/banners.ts'
import { inMs, type Measured, percentile } from '../table.ts'
import { callRound } from './call-round.ts'
import { runRingtray } from './running-app.ts'

const warmUp = 10
const rounds = 120
const restMs = 150

/** C8: from the delivery to its `Notify` on the session bus, beside a shell that starts `notify-send`. They take turns. */
export async function measureNotifications(electron: string): Promise<Measured[]> {
  const banners = await watchBanners()
  const app = await runRingtray(electron)
  const script = openScript(banners)
  const ours: number[] = []
  const peer: number[] = []
  try {
    for (let round = -warmUp; round < rounds; round++) {
      const theirsMs = await script.notify(`Caller ${round + warmUp}:`)
      const oursMs = await callRound({ app, banners }, ({ ring, banner }) => banner.seenMs - ring.atMs)
      if (round < 0) continue
      ours.push(oursMs)
      peer.push(theirsMs)
    }
  } finally {
    await script.stop()
    await app.stop()
    banners.stop()
  }
  const row = (share: number, goal: string) => ({
    work: `C8: delivery sent → \`Notify\` on the session bus, p${share} of ${rounds}`,
    ours: inMs(percentile(ours, share)),
    peer: `\`notify-send\` started by a script ${inMs(percentile(peer, share))}`,
    ratio: percentile(ours, share) / percentile(peer, share),
    goal,
  })
  return [row(95, '≤ 1 ×'), row(50, '–')]
}

/** A shell that runs already and reads titles: it costs the script nothing but the start of `notify-send`. */
function openScript(banners: Banners) {
  const loop = 'while read -r title; do notify-send -- "$title" "Sales"; done'
  const shell = spawn('sh', ['-c', loop], { stdio: ['pipe', 'ignore', 'ignore'] })
  return {
    async notify(title: string): Promise<number> {
      const atMs = performance.now()
      shell.stdin.write(`${title}\n`)
      const banner = await banners.shown(title)
      await banners.dismiss(banner)
      await banners.closed(banner)
      await wait(restMs)
      return banner.seenMs - atMs
    },
    async stop() {
      const ended = once(shell, 'exit')
      shell.stdin.end()
      await ended
    },
  }
}
