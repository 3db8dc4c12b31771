import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { SetUp } from '../../shared/set-up.ts'
import { showBreakdown } from '../breakdown.ts'
import { createPageStore } from '../page-store/page-store.ts'
import { createClock, englishLocale } from '../wording/clock.ts'
import { SetUpWindow } from './setup-window.tsx'
import { createGather } from './state/gather.ts'
import { type PartName, PartsProvider } from './state/parts.ts'

const bridge = window.ringtray
const after = (delayMs: number, run: () => void) => void setTimeout(run, delayMs)

const store = createPageStore<SetUp, PartName>({ request: () => bridge.request('setUp'), after })
const clock = createClock({ locale: englishLocale(navigator.language) })

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
