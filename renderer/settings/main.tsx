import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { showBreakdown } from '../breakdown.ts'
import { createClock, englishLocale } from '../wording/clock.ts'
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
const clock = createClock({ locale: englishLocale(navigator.language) })

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
