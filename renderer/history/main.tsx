import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createNoteDrafts } from '../note/note-drafts.ts'
import { createClock } from '../wording/clock.ts'
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
// The words are English, so are the names of days; the zone is the machine's.
const clock = createClock({ locale: navigator.language.startsWith('en') ? navigator.language : 'en-IN' })

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

/** React has taken everything down: say so in place of an empty window. */
function showBreakdown(element: HTMLElement) {
  const sentence = document.createElement('p')
  sentence.className = 'breakdown'
  sentence.textContent =
    'This window has stopped by a fault of Ringtray. Calls are still received and kept. Close the window and open it again from the tray.'
  element.replaceChildren(sentence)
}
