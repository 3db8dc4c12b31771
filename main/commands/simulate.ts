import { setTimeout as wait } from 'node:timers/promises'
import { readLockHolder } from '../disk/folder-lock.ts'
import { SpokenError } from '../errors.ts'
import { proofToSend, withQuery } from '../listener/proof-headers.ts'
import { webhookPath } from '../listener/webhook-app.ts'
import { openSettings } from '../settings/settings-file.ts'
import type { Dialect } from '../simulator/play.ts'
import { explainFailure } from '../simulator/sending/explain-failure.ts'
import type { Target } from '../simulator/sending/request.ts'
import { simulate } from '../simulator/simulate.ts'
import { type StoryName, stories } from '../simulator/stories/stories.ts'
import type { Terminal } from './terminal.ts'

export interface SimulateCommand {
  /** A door somewhere, or the one of the app that runs on a folder. */
  target: Target | { dir: string }
  story: StoryName
  dialect: Dialect
  speed: number
  order: 'real' | 'disordered'
  repeats: number
}

/** Plays a call through a real door. One line of JSON per delivery: `{afterMs, method, status, ms}`. */
export async function printSimulation({ story, target, ...options }: SimulateCommand, terminal: Terminal) {
  const door = 'dir' in target ? await findDoor(target.dir, terminal) : target
  const now = Date.now()
  terminal.say(`Playing “${stories[story].title}”.`)
  const playing = simulate({ ...options, ...door, story: stories[story], now, random: Math.random, wait })
  for await (const sent of playing) {
    const problem = explainFailure(sent, door.url)
    if (problem !== null) throw new SpokenError(problem)
    const { step, status, ms } = sent
    await terminal.print(JSON.stringify({ afterMs: step.afterMs, method: step.method, status, ms }))
  }
}

/** Port and proof of the Ringtray that runs on a folder. */
async function findDoor(dir: string, { log }: Terminal): Promise<Target> {
  const holder = await readLockHolder(dir)
  if (holder?.port == null) {
    throw new SpokenError(
      `No Ringtray has listened on ${dir} yet, so there is no door to call. ` +
        'Start it on that folder, or name a door with --url and --header.',
    )
  }
  const { proofs } = (await openSettings({ dir, readOnly: true, log })).current()
  const { headers, query } = proofToSend(proofs)
  return { url: withQuery(`http://127.0.0.1:${holder.port}${webhookPath}`, query), headers }
}
