import { setTimeout as wait } from 'node:timers/promises'
import type { Banner, Banners } from '../../support/desktop/banners.ts'
import { type ACall, aCall } from './a-call.ts'
import { proof, type RunningApp } from './running-app.ts'
import { type Sent, send } from './send.ts'

/** Between two measurements everything that follows the first one is over. */
const restMs = 150

export interface RingingCall {
  call: ACall
  ring: Sent
  banner: Banner
}

/** Lets a call ring, measures, and takes it off the screen again: a person dismisses it, a colleague answers it. */
export async function callRound<T>(
  { app, banners }: { app: RunningApp; banners: Banners },
  measure: (ringing: RingingCall) => T | Promise<T>,
): Promise<T> {
  const call = aCall()
  const deliver = (body: string) => send({ url: app.said, body, header: proof })
  const ring = await deliver(call.rings)
  const banner = await banners.shown(call.number)
  const measured = await measure({ call, ring, banner })
  await ring.answered
  await banners.dismiss(banner)
  await banners.closed(banner)
  for (const body of [call.answeredByColleague, call.ends]) await (await deliver(body)).answered
  await wait(restMs)
  return measured
}
