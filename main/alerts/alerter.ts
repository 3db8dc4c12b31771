import type { Call } from '../../shared/call.ts'
import { secondMs } from '../../shared/time.ts'
import type { Changed } from '../calls/book/call-book.ts'
import type { Display } from '../display.ts'
import { type Banner, bannerText } from './banner-text.ts'
import { type Decision, decide } from './decide.ts'
import type { AlertOutcome } from './explain.ts'

/** Puts banners on the screen. One per call: showing it again replaces it. */
export interface BannerPresenter {
  show(banner: Banner): void
  close(callId: string): void
}

export interface Alerter {
  /** Something new is known about a call. */
  onChanged(changed: Changed): void
  /** Takes everything off the screen. */
  stop(): void
}

export interface AlerterOptions {
  presenter: BannerPresenter
  display(): Display
  isMine(call: Call): boolean
  doNotDisturb(): boolean
  /** Keeps what was done about a call, or why nothing. */
  keep(callId: string, outcome: AlertOutcome): void
  now(): number
}

/** An answer can arrive after the end: so long nobody is told that a call was missed. */
const lateAnswerMs = 5 * secondMs

export function createAlerter({
  presenter,
  display,
  isMine,
  doNotDisturb,
  keep,
  now,
}: AlerterOptions): Alerter {
  const shown = new Map<string, { kind: 'ringing' | 'missed'; banner: Banner }>()
  const waiting = new Map<string, NodeJS.Timeout>()
  let isStopped = false

  function show(call: Call, kind: 'ringing' | 'missed') {
    const banner = bannerText(call, kind, display())
    const before = shown.get(call.id)?.banner
    if (before?.title === banner.title && before.body === banner.body) return
    shown.set(call.id, { kind, banner })
    presenter.show(banner)
    keep(call.id, kind === 'ringing' ? 'rang' : 'missed')
  }

  function close(callId: string) {
    shown.delete(callId)
    presenter.close(callId)
  }

  function stopWaiting(callId: string) {
    clearTimeout(waiting.get(callId))
    waiting.delete(callId)
  }

  function missSoon(call: Call) {
    const timer = setTimeout(() => {
      waiting.delete(call.id)
      if (doNotDisturb()) keep(call.id, 'do-not-disturb')
      else show(call, 'missed')
    }, lateAnswerMs)
    waiting.set(call.id, timer)
  }

  function act(call: Call, decision: Decision) {
    switch (decision.action) {
      case 'ring':
        return show(call, 'ringing')
      case 'miss':
        return missSoon(call)
      case 'close':
        return close(call.id)
      case 'stay-silent':
        return keep(call.id, decision.because)
    }
  }

  return {
    onChanged({ before, after }) {
      // A repeat changes nothing, and whoever has seen a call needs no banner of it.
      if (isStopped || before === after) return
      stopWaiting(after.id)
      if (before !== null && before.id !== after.id) close(before.id)
      if (after.seen) return close(after.id)
      const situation = { nowMs: now(), shown: shown.get(after.id)?.kind ?? null, isMine: isMine(after) }
      act(after, decide(after, { ...situation, doNotDisturb: doNotDisturb() }))
    },
    stop() {
      isStopped = true
      for (const callId of waiting.keys()) stopWaiting(callId)
      for (const callId of shown.keys()) close(callId)
    },
  }
}
