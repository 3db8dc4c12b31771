import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { SetUp } from '../../shared/set-up.ts'
import { createPageStore } from '../page-store/page-store.ts'
import { createClock } from '../wording/clock.ts'
import { SetUpWindow } from './setup-window.tsx'
import { createGather } from './state/gather.ts'
import { type PartName, PartsProvider } from './state/parts.ts'

const bridge = window.ringtray
const after = (delayMs: number, run: () => void) => void setTimeout(run, delayMs)

const store = createPageStore<SetUp, PartName>({ request: () => bridge.request('setUp'), after })
// The words are English, so are the names of days; the zone is the machine's.
const clock = createClock({ locale: navigator.language.startsWith('en') ? navigator.language : 'en-IN' })

const readSoon = createGather({ read: store.read, after })
bridge.on('statusChanged', readSoon)
bridge.on('settingsChanged', readSoon)
bridge.on('callsChanged', readSoon)
void store.read()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root, { onUncaughtError: () => showBreakdown(root) }).render(
    <StrictMode>
      <PartsProvider value={{ bridge, store, clock }}>
        <SetUpWindow />
      </PartsProvider>
    </StrictMode>,
  )
}

/** React has taken everything down: say so in place of an empty window. */
function showBreakdown(element: HTMLElement) {
  const sentence = document.createElement('p')
  sentence.className = 'breakdown'
  sentence.textContent =
    'This window has stopped by a fault of Ringtray. Calls are still received and shown. Close the window and open it again from the tray.'
  element.replaceChildren(sentence)
}
