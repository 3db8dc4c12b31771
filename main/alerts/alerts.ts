import type { Call } from '../../shared/call.ts'
import type { CardRow } from '../../shared/card.ts'
import type { Settings } from '../../shared/settings.ts'
import { createStoryClock } from '../../shared/story-clock.ts'
import { secondMs, toEpochMs, toInstant } from '../../shared/time.ts'
import type { Changed } from '../calls/book/call-book.ts'
import type { CallRecord } from '../calls/call-record.ts'
import type { IndexRow } from '../calls/index/index-row.ts'
import { awaySummary } from '../customers/away-summary.ts'
import { customerStory } from '../customers/customer-story.ts'
import { type Display, isMine } from '../display.ts'
import type { JournalEntry } from '../journal/entry.ts'
import type { Log } from '../log.ts'
import type { Receiver } from '../receiver.ts'
import { isInShift } from '../settings/shift.ts'
import { createAlerter } from './alerter.ts'
import { type Away, createAway } from './away.ts'
import { createClockCheck } from './clock/clock-check.ts'
import { sampleOf } from './clock/clock-sample.ts'
import type { Quiet } from './decide.ts'
import { type AlertOutcome, isNews } from './explain.ts'
import { type BannerPresenter, createScreen, type Screen } from './screen/screen.ts'

/** From “something is known about a call” to what is on the screen about it: every part of this room, wired. */
export interface Alerts {
  screen: Screen
  away: Away
  onChanged(changed: Changed, entry: JournalEntry): void
  onSettingsChanged(): void
  /** The system shows no banners, or does again (`null`): then the card takes over. */
  onNotificationProblem(reason: string | null): void
  /** What of it everybody should know. */
  status(): { clockBehindMs: number | null; notificationProblem: string | null }
  stop(): void
}

export interface AlertsOptions {
  receiver: Pick<Receiver, 'callBook' | 'edit' | 'ready'>
  settings(): Settings
  card: { show(rows: CardRow[]): void }
  banners: BannerPresenter
  display(): Display
  onStatus(): void
  now(): number
  log: Log
}

/** A ring of which nothing was heard for longer may be over. */
const newsLivesMs = 90 * secondMs
/** Timers stand still while the computer sleeps: the end of do not disturb is looked for again and again. */
const disturbCheckMs = 10 * secondMs

function startOfSecond(epochMs: number): number {
  return epochMs - (epochMs % secondMs)
}

export function createAlerts(options: AlertsOptions): Alerts {
  const { receiver, settings, card, banners, display, onStatus, now, log } = options
  const { callBook } = receiver
  const clockCheck = createClockCheck()
  let notificationProblem: string | null = null
  let disturbAgain: NodeJS.Timeout | undefined

  const clock = createStoryClock({ now })
  const screen = createScreen({ card, banners, showsAs, display, clock, now })
  const alerter = createAlerter({
    screen,
    display,
    desk: settings,
    asksWhose: () => settings().me.length === 0 && !settings().watchAll,
    isIgnored: ({ customer }) => isIgnored(customer),
    quiet,
    story: ({ id, customer }) =>
      customerStory({ id, ...customer }, { index: callBook.index, display: display(), nowMs: now() }),
    callOf: callBook.callOf,
    clockBehindMs,
    keep,
    now,
  })
  const away = createAway({
    now,
    onLeave: alerter.onLeave,
    onBack: () => {
      screen.wake()
      considerLive(({ heardMs }) => now() - heardMs <= newsLivesMs)
    },
    onSettled: tellOfTimeAway,
  })

  function showsAs() {
    const { showCallsAs } = settings()
    const card = showCallsAs !== 'notification' || notificationProblem !== null
    return { card, banner: showCallsAs !== 'card' }
  }

  function clockBehindMs(): number {
    return clockCheck.behindMs() ?? 0
  }

  function isIgnored({ number, raw, withheld }: Call['customer']): boolean {
    return !withheld && settings().ignored.includes(number ?? raw ?? '')
  }

  function quiet(call: Call): Quiet | null {
    // Who asks for a pretend call wants to see it.
    if (call.source === 'pretend') return null
    if (away.has('do not disturb')) return 'do-not-disturb'
    if (away.isAway() || isForSummary(call)) return 'away'
    return isInShift(settings().shift, now()) ? null : 'outside-shift'
  }

  /** It is over, and the summary that is about to be shown tells of it. */
  function isForSummary({ id, phase, startedAt }: Call): boolean {
    const backMs = away.settlingSinceMs()
    if (backMs === null || phase !== 'ended' || screen.stateOf(id) !== null) return false
    return toEpochMs(startedAt) <= backMs + clockBehindMs()
  }

  function keep(callId: string, outcome: AlertOutcome) {
    const decide = ({ edits }: CallRecord) =>
      isNews(outcome, edits.alert?.value) ? ({ field: 'alert', value: outcome } as const) : null
    receiver.edit(callId, decide).catch((error) => {
      log.warn('alert.not-kept', 'What was done about a call could not be kept', error)
    })
  }

  function considerLive(isWanted: (row: IndexRow) => boolean) {
    const live = callBook.index.live().filter(isWanted)
    Promise.all(live.map(({ id }) => callBook.record(id)))
      .then((records) => alerter.consider(records.filter((record) => record !== null)))
      .catch((error) => log.warn('alert.fault', 'Calls that go on could not be looked at', error))
  }

  function tellOfTimeAway({ fromMs, toMs }: { fromMs: number; toMs: number }) {
    const summary = awaySummary({
      index: callBook.index,
      // The provider's clock tells when a call began, in whole seconds.
      fromMs: startOfSecond(fromMs + clockBehindMs()),
      toMs: toMs + clockBehindMs(),
      isMine: (row) => isMine(row.agents, settings()) && !isIgnored(row),
    })
    if (summary.mine === 0) return
    screen.setAway({ kind: 'away', from: toInstant(fromMs), to: toInstant(toMs), ...summary })
  }

  function followDoNotDisturb() {
    clearTimeout(disturbAgain)
    const { doNotDisturbUntil, doNotDisturbSince } = settings()
    const leftMs = doNotDisturbUntil === null ? 0 : toEpochMs(doNotDisturbUntil) - now()
    if (leftMs <= 0) return away.back('do not disturb')
    away.leave('do not disturb', doNotDisturbSince === null ? now() : toEpochMs(doNotDisturbSince))
    disturbAgain = setTimeout(
      () => {
        followDoNotDisturb()
        if (!away.has('do not disturb')) onStatus()
      },
      Math.min(leftMs, disturbCheckMs),
    )
  }

  receiver.ready.then(followDoNotDisturb, () => {
    // Said elsewhere: without a call book nothing is shown.
  })

  return {
    screen,
    away,
    onChanged(changed, entry) {
      if (entry.kind === 'edit' && entry.field !== 'seen') return alerter.onEdited(changed)
      const before = clockCheck.behindMs()
      const sample = away.settlingSinceMs() !== null ? null : sampleOf(changed)
      if (sample !== null) clockCheck.add(sample)
      if (clockCheck.behindMs() !== before) onStatus()
      alerter.onChanged(changed)
    },
    onSettingsChanged() {
      followDoNotDisturb()
      alerter.onSettingsChanged()
      // Whoever took it may be the one who has just said who they are.
      considerLive(({ id }) => screen.stateOf(id) === 'taken')
    },
    onNotificationProblem(reason) {
      if (reason === notificationProblem) return
      notificationProblem = reason
      screen.redraw()
      onStatus()
    },
    status: () => ({ clockBehindMs: clockCheck.behindMs(), notificationProblem }),
    stop() {
      clearTimeout(disturbAgain)
      away.stop()
      alerter.stop()
    },
  }
}
