import { useRef } from 'react'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import { useNow } from '../../time/use-time.ts'
import { useParts } from '../state/parts.ts'
import { doNotDisturbWords, isSilent, minutesUntilTomorrow } from '../wording/do-not-disturb-wording.ts'
import { Section } from './section.tsx'

export function DoNotDisturb({ page: { doNotDisturbUntil } }: { page: SettingsPage }) {
  const { settings, clock } = useParts()
  const now = useNow(15_000)
  const firstRef = useRef<HTMLButtonElement>(null)
  const pauses = [
    { words: 'For 15 minutes', minutes: () => 15 },
    { words: 'For 1 hour', minutes: () => 60 },
    { words: 'Until tomorrow', minutes: () => minutesUntilTomorrow(Date.now()) },
  ]

  async function end() {
    // The button that was pressed is about to leave.
    if (await settings.setDoNotDisturb(null)) firstRef.current?.focus()
  }

  return (
    <Section
      name="doNotDisturb"
      heading="Do not disturb"
      meaning="Calls are recorded but not shown; when it ends, one summary tells what came."
    >
      <output className="state-sentence">
        {doNotDisturbWords(doNotDisturbUntil, { nowMs: now, clock })}
      </output>
      <div className="actions">
        {pauses.map(({ words, minutes }, at) => (
          <button
            type="button"
            className="button"
            key={words}
            ref={at === 0 ? firstRef : null}
            onClick={() => void settings.setDoNotDisturb(minutes())}
          >
            {words}
          </button>
        ))}
        {isSilent(doNotDisturbUntil, now) && (
          <button type="button" className="button button-primary" onClick={() => void end()}>
            End it now
          </button>
        )}
      </div>
    </Section>
  )
}
