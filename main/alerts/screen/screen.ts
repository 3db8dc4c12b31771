import type { Call, Instant } from '../../../shared/call.ts'
import type { AwayCardRow, CallCardState, CardRow } from '../../../shared/card.ts'
import type { StoryClock } from '../../../shared/story-clock.ts'
import { minuteMs, secondMs, toInstant } from '../../../shared/time.ts'
import type { Display } from '../../display.ts'
import { awayBanner, type Banner, bannerText } from '../banner-text.ts'
import { cardRows, type Shown } from './card-rows.ts'

/** What is on the screen about calls: the card's rows and the banners, each for as long as its state lasts. */
export interface Screen {
  stateOf(callId: string): CallCardState | null
  put(call: Call, details: Omit<Shown, 'call' | 'since' | 'isTyping'>): void
  /** The call says more, but stands where it stood. */
  refresh(call: Call): void
  /** A call has got its uid: it is the same row. */
  rename(callId: string, call: Call): void
  keepOnly(isWanted: (call: Call) => boolean): void
  /** The row and the banner of a call go, also from among the folded ones. */
  remove(callId: string): void
  setTyping(callId: string, isTyping: boolean): void
  stopTyping(): void
  /** Nobody asks any more whose call it is. */
  stopAsking(): void
  setAway(row: AwayCardRow): void
  dismissAway(): void
  dismissFolded(): void
  /** Nothing is to be shown now but what is being talked about. What was missed, or happened before, waits. */
  hush(): void
  /** Somebody is there again. */
  wake(): void
  /** Shows everything again, in other words or in another way. */
  redraw(): void
  clear(): void
}

/** Puts banners on the screen. Showing one of the same id again replaces it. */
export interface BannerPresenter {
  show(banner: Banner): void
  close(id: string): void
}

export interface ScreenOptions {
  card: { show(rows: CardRow[]): void }
  banners: BannerPresenter
  showsAs(): { card: boolean; banner: boolean }
  display(): Display
  clock: StoryClock
  now(): number
}

/** How long a row stands without news; a call that is talked about stands until its end. */
const livesMs: Record<CallCardState, number | null> = {
  ringing: 90 * secondMs,
  'no-news': 10 * secondMs,
  answered: null,
  taken: 3 * secondMs,
  'moved-on': 3 * secondMs,
  ended: 10 * secondMs,
  missed: minuteMs,
}
/** Time to say whose call it is. */
const askedLifeMs = 20 * secondMs

interface Item extends Shown {
  timer: NodeJS.Timeout | undefined
}

export function createScreen({ card, banners, showsAs, display, clock, now }: ScreenOptions): Screen {
  const items = new Map<string, Item>()
  const folded = new Map<string, Item>()
  const shownBanners = new Map<string, Banner>()
  let away: AwayCardRow | null = null
  let isHushed = false

  function draw() {
    const missed = [...folded.values()].map(({ call }) => call)
    const waiting = isHushed ? { folded: [], away: null } : { folded: missed, away }
    card.show(showsAs().card ? cardRows({ shown: [...items.values()], ...waiting }, display()) : [])
  }

  function showBanner(banner: Banner) {
    if (!showsAs().banner) return closeBanner(banner.id)
    // No second banner only because somebody else is rung too.
    if (shownBanners.get(banner.id)?.title === banner.title) return
    shownBanners.set(banner.id, banner)
    banners.show(banner)
  }

  function closeBanner(id: string) {
    if (shownBanners.delete(id)) banners.close(id)
  }

  function closeBanners() {
    for (const id of [...shownBanners.keys()]) closeBanner(id)
  }

  function drawBanner({ call, state, by, story }: Shown) {
    if (state === 'ringing' || state === 'missed')
      showBanner(bannerText({ call, by, story }, state, { display: display(), clock }))
    else closeBanner(call.id)
  }

  function drop(callId: string) {
    clearTimeout(items.get(callId)?.timer)
    items.delete(callId)
    folded.delete(callId)
    closeBanner(callId)
  }

  function live(item: Item) {
    clearTimeout(item.timer)
    const lifeMs = item.state === 'taken' && item.ask !== null ? askedLifeMs : livesMs[item.state]
    item.timer = lifeMs === null ? undefined : setTimeout(() => outlive(item), lifeMs)
  }

  function outlive(item: Item) {
    const { call, state, isTyping } = item
    if (state === 'ringing') return expire(item)
    if (isTyping) return live(item)
    if (state === 'missed') {
      items.delete(call.id)
      folded.set(call.id, item)
    } else drop(call.id)
    draw()
  }

  function type(item: Item, isTyping: boolean) {
    item.isTyping = isTyping
    live(item)
  }

  function expire(item: Item) {
    item.state = 'no-news'
    closeBanner(item.call.id)
    live(item)
    draw()
  }

  function sinceOf(before: Item | undefined, state: CallCardState): Instant {
    return before?.state === state ? before.since : toInstant(now())
  }

  return {
    stateOf: (callId) => items.get(callId)?.state ?? (folded.has(callId) ? 'missed' : null),
    put(call, details) {
      const before = items.get(call.id)
      const kept = { since: sinceOf(before, details.state), isTyping: before?.isTyping ?? false }
      const item: Item = { ...details, ...kept, call, timer: before?.timer }
      items.set(call.id, item)
      folded.delete(call.id)
      live(item)
      // The card draws itself in a process of its own: it is asked first.
      draw()
      drawBanner(item)
    },
    refresh(call) {
      const item = items.get(call.id)
      if (item === undefined) return
      item.call = call
      draw()
    },
    rename(callId, call) {
      const item = items.get(callId) ?? folded.get(callId)
      if (item === undefined) return
      item.call = call
      renameKey(items, callId, call.id)
      renameKey(folded, callId, call.id)
      if (shownBanners.has(callId)) {
        closeBanner(callId)
        drawBanner(item)
      }
      draw()
    },
    keepOnly(isWanted) {
      for (const { call } of [...items.values()]) if (!isWanted(call)) drop(call.id)
      for (const { call } of [...folded.values()]) if (!isWanted(call)) drop(call.id)
      draw()
    },
    remove(callId) {
      drop(callId)
      draw()
    },
    setTyping(callId, isTyping) {
      const item = items.get(callId)
      if (item !== undefined) type(item, isTyping)
    },
    stopTyping() {
      for (const item of items.values()) if (item.isTyping) type(item, false)
    },
    stopAsking() {
      for (const item of items.values()) item.ask = null
      draw()
    },
    setAway(row) {
      away = row
      showBanner(awayBanner(row, clock))
      draw()
    },
    dismissAway() {
      closeBanner('away')
      away = null
      draw()
    },
    dismissFolded() {
      for (const callId of [...folded.keys()]) drop(callId)
      draw()
    },
    hush() {
      isHushed = true
      closeBanners()
      for (const item of [...items.values()]) {
        if (item.state === 'answered' || item.isTyping) continue
        drop(item.call.id)
        if (item.state === 'missed') folded.set(item.call.id, item)
      }
      draw()
    },
    wake() {
      isHushed = false
      draw()
    },
    redraw() {
      if (isHushed) return draw()
      if (!showsAs().banner) closeBanners()
      for (const item of items.values()) drawBanner(item)
      if (away !== null) showBanner(awayBanner(away, clock))
      draw()
    },
    clear() {
      for (const callId of [...items.keys(), ...folded.keys()]) drop(callId)
      closeBanners()
      away = null
      draw()
    },
  }
}

/** In its place: the order of a map is the order of the rows. */
function renameKey<T>(map: Map<string, T>, key: string, newKey: string): void {
  const entries = [...map]
  map.clear()
  for (const [each, value] of entries) map.set(each === key ? newKey : each, value)
}
