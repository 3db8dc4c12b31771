import type { SettingsPage } from '../../../shared/settings-page.ts'
import { useParts } from '../state/parts.ts'
import { Section } from './section.tsx'

export function StartsWithComputer({ page: { startsWithComputer } }: { page: SettingsPage }) {
  const { settings } = useParts()
  if (startsWithComputer === null) return null
  return (
    <Section
      name="startsWithComputer"
      heading="Start with the computer"
      meaning="Calls can only be received while Ringtray runs; it starts in the tray and opens no window."
    >
      <label className="choice">
        <input
          className="choice-input"
          type="checkbox"
          checked={startsWithComputer}
          onChange={(event) =>
            void settings.change('startsWithComputer', { startsWithComputer: event.target.checked })
          }
        />
        <span className="choice-words">Start Ringtray when I log in</span>
      </label>
    </Section>
  )
}
