import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { showBreakdown } from '../breakdown.ts'
import { createNoteDrafts } from '../note/note-drafts.ts'
import { createClock, englishLocale } from '../wording/clock.ts'
import { createBlindSpots } from './blind-spots/blind-spots-store.ts'
import { HistoryWindow } from './history-window.tsx'
import { createRowWindows } from './rows/row-windows.ts'
import { createNotUnderstood } from './state/not-understood.ts'
import { PartsProvider } from './state/parts.ts'
import { createShownCall } from './state/shown-call.ts'

const bridge = window.ringtray
const nextFrame = (run: () => void) => void requestAnimationFrame(run)

const rows = createRowWindows({ request: (query) => bridge.request('rows', query), nextFrame })
const shownCall = createShownCall({ request: (id) => bridge.request('call', id), nextFrame })
const notes = createNoteDrafts({
  save: (id, note) => bridge.request('setNote', id, note),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs)
    return () => clearTimeout(timer)
  },
})
const notUnderstood = createNotUnderstood({
  request: () => bridge.request('notUnderstood'),
  interpretAgain: () => bridge.request('interpretAgain'),
  onReadAgain: () => callsChanged(null),
})
const blindSpots = createBlindSpots({
  request: (from, to) => bridge.request('blindSpots', from, to),
  now: Date.now,
})
const clock = createClock({ locale: englishLocale(navigator.language) })

bridge.on('callsChanged', ({ ids }) => callsChanged(ids))
bridge.on('statusChanged', blindSpots.refresh)
addEventListener('pagehide', notes.flush)
addEventListener('blur', notes.flush)

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root, { onUncaughtError: () => showBreakdown(root) }).render(
    <StrictMode>
      <PartsProvider value={{ bridge, clock, rows, shownCall, notes, notUnderstood, blindSpots }}>
        <HistoryWindow />
      </PartsProvider>
    </StrictMode>,
  )
}

function callsChanged(ids: string[] | null) {
  rows.invalidate()
  shownCall.changed(ids)
}
