import { useSyncExternalStore } from 'react'
import { ReadFailure } from '../page-store/read-failure.tsx'
import { Keyboard } from './keyboard/keyboard.tsx'
import { DoNotDisturb } from './sections/do-not-disturb.tsx'
import { IgnoredNumbers } from './sections/ignored-numbers.tsx'
import { ShowCallsAs } from './sections/show-calls-as.tsx'
import { StartsWithComputer } from './sections/starts-with-computer.tsx'
import { ShiftHours } from './shift/shift-hours.tsx'
import { useParts } from './state/parts.ts'
import { WhoseCalls } from './whose/whose-calls.tsx'

export function SettingsWindow() {
  const { settings } = useParts()
  const { page, failure } = useSyncExternalStore(settings.subscribe, settings.view)

  return (
    <main className="settings">
      <div className="settings-column">
        <h1 className="settings-title">Settings</h1>
        <p className="settings-lead">Every change is in effect at once.</p>
        <ReadFailure
          what="The settings"
          failure={failure}
          isOld={page !== null}
          meanwhile="They are in effect all the same."
          onRetry={settings.read}
        />
        {page !== null && (
          <>
            <ShowCallsAs page={page} />
            <WhoseCalls page={page} />
            <DoNotDisturb page={page} />
            <ShiftHours page={page} />
            <IgnoredNumbers page={page} />
            <Keyboard page={page} />
            <StartsWithComputer page={page} />
          </>
        )}
      </div>
    </main>
  )
}
