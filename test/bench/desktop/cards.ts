import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { watchBanners } from '../../support/desktop/banners.ts'
import { inMs, type Measured, percentile } from '../table.ts'
import { callRound } from './call-round.ts'
import { runApp, runRingtray } from './running-app.ts'
import { send } from './send.ts'
import { whenGone, whenPainted } from './when-painted.ts'
import { openScreen } from './x-screen.ts'

const warmUp = 10
const rounds = 120
const restMs = 150

const preparedWindow = join(import.meta.dirname, 'prepared-window')
/** Where the card stands, and the line in it that says who is calling. */
const place = { horizontal: 'left', vertical: 'top', x: 16, y: 200 }
const who = { x: 32, y: 240, width: 200, height: 20 }
/** The same line of the peer's window. */
const peerWho = { ...who, y: 640 }

/**
 * C9: from the delivery to the caller card on the screen, beside an Electron app that shows an empty window, prepared
 * like the card's, upon a request. Painted is what the X server answers for the line that says who is calling.
 */
export async function measureCards(electron: string): Promise<Measured[]> {
  const banners = await watchBanners()
  const screen = await openScreen()
  const app = await runRingtray(electron, { cardPlace: place })
  const peer = await runApp(electron, { args: [preparedWindow], ready: 'listens on ' })
  const ours: number[] = []
  const theirs: number[] = []

  async function measurePeer(): Promise<number> {
    const before = Buffer.from(await screen.read(peerWho))
    const shown = await send({ url: `${peer.said}/show`, body: '' })
    const paintedMs = await whenPainted(screen, peerWho, before)
    await (await send({ url: `${peer.said}/hide`, body: '' })).answered
    await whenGone(screen, peerWho, before)
    await wait(restMs)
    return paintedMs - shown.atMs
  }

  async function measureOurs(): Promise<number> {
    const before = Buffer.from(await screen.read(who))
    const painted = whenPainted(screen, who, before)
    const tookMs = await callRound({ app, banners }, async ({ ring }) => (await painted) - ring.atMs)
    await whenGone(screen, who, before)
    return tookMs
  }

  try {
    for (let round = -warmUp; round < rounds; round++) {
      const [theirsMs, oursMs] = [await measurePeer(), await measureOurs()]
      if (round < 0) continue
      theirs.push(theirsMs)
      ours.push(oursMs)
    }
  } finally {
    await peer.stop()
    await app.stop()
    screen.stop()
    banners.stop()
  }
  const row = (share: number, goal: string) => ({
    work: `C9: delivery sent → caller card painted, p${share} of ${rounds}`,
    ours: inMs(percentile(ours, share)),
    peer: `an empty prepared window, asked for by HTTP ${inMs(percentile(theirs, share))}`,
    ratio: percentile(ours, share) / percentile(theirs, share),
    goal,
  })
  return [row(95, '≤ 1.2 ×'), row(50, '–')]
}
