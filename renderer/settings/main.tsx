import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClock } from '../wording/clock.ts'
import { SettingsWindow } from './settings-window.tsx'
import { PartsProvider } from './state/parts.ts'
import { createSettingsStore } from './state/settings-store.ts'
import { platformOf } from './wording/keys-wording.ts'

const bridge = window.ringtray

const settings = createSettingsStore({
  request: () => bridge.request('settingsPage'),
  change: (change) => bridge.request('changeSettings', change),
  setDoNotDisturb: (minutes) => bridge.request('setDoNotDisturb', minutes),
  after(delayMs, run) {
    setTimeout(run, delayMs)
  },
})
// The words are English, so are the names of days; the zone is the machine's.
const clock = createClock({ locale: navigator.language.startsWith('en') ? navigator.language : 'en-IN' })

bridge.on('settingsChanged', settings.read)
settings.read()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root, { onUncaughtError: () => showBreakdown(root) }).render(
    <StrictMode>
      <PartsProvider value={{ settings, clock, platform: platformOf(navigator.userAgent) }}>
        <SettingsWindow />
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
