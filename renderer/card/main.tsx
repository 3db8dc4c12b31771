import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Card } from '../../shared/card.ts'
import { createStoryClock } from '../../shared/story-clock.ts'
import { showBreakdown } from '../breakdown.ts'
import { createNoteDrafts } from '../note/note-drafts.ts'
import { type CardParts, CardPartsProvider } from './card-parts.ts'
import { CardWindow } from './card-window.tsx'
import { createHeightReport } from './showing/height-report.ts'
import { keepFocus } from './showing/keep-focus.ts'
import { announcement } from './wording/announcement.ts'

const bridge = window.ringtray
const clock = createStoryClock({ now: Date.now })
const notes = createNoteDrafts({
  save: (id, note) => bridge.request('setNote', id, note),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
})
const parts: CardParts = { bridge, clock, notes, act: (action) => void bridge.request('cardAction', action) }

const breakdownSentence =
  'The caller card has stopped by a fault of Ringtray. Calls are still received and kept: open them from the tray.'

const root = document.getElementById('root')
if (root !== null) openCard(root)

/** Draws each card at once, also while the window is hidden: it is only shown when its height is known. */
function openCard(root: HTMLElement) {
  let shown: Card | null = null
  let words = ''
  const reactRoot = createRoot(root, { onUncaughtError: () => showBreakdown(root, breakdownSentence) })
  const heights = createHeightReport({
    measure: () => (shown === null || shown.rows.length === 0 ? 0 : root.getBoundingClientRect().height),
    scale: () => devicePixelRatio,
    report: (revision, height) => void bridge.request('cardDrawn', revision, height),
  })

  function show(card: Card) {
    if (shown !== null && card.revision < shown.revision) return
    words = announcement(shown, card, clock) ?? words
    shown = card
    notes.keepOnly(card.rows.flatMap((row) => (row.kind === 'call' ? [row.id] : [])))
    const element = (
      <StrictMode>
        <CardPartsProvider value={parts}>
          <CardWindow card={card} words={words} />
        </CardPartsProvider>
      </StrictMode>
    )
    keepFocus(() => flushSync(() => reactRoot.render(element)))
    heights.drawn(card.revision)
  }

  // Between two cards: a note grows, a row opens, the window is zoomed.
  new ResizeObserver(heights.changed).observe(root)
  addEventListener('resize', heights.changed)
  bridge.on('cardChanged', show)
  addEventListener('pagehide', notes.flush)
  addEventListener('blur', notes.flush)
  void bridge.request('card').then(show)
}
