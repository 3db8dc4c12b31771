import type { ShowCallsAs as Choice } from '../../../shared/settings.ts'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import { useParts } from '../state/parts.ts'
import { Section } from './section.tsx'

const choices: { choice: Choice; word: string; meaning: string }[] = [
  {
    choice: 'card and notification',
    word: 'Card and notification',
    meaning: 'The card says more; the notification stays in the system’s list.',
  },
  { choice: 'card', word: 'Card', meaning: 'A small window of Ringtray, above all others.' },
  { choice: 'notification', word: 'Notification', meaning: 'The system’s own banner.' },
]

export function ShowCallsAs({ page }: { page: SettingsPage }) {
  const { settings } = useParts()
  return (
    <Section
      name="showCallsAs"
      heading="Show calls as"
      meaning="What appears when a call rings; both are silent, for the phone rings already."
    >
      <fieldset className="choices">
        <legend className="hidden">Show calls as</legend>
        {choices.map(({ choice, word, meaning }) => (
          <label className="choice" key={choice}>
            <input
              className="choice-input"
              type="radio"
              name="showCallsAs"
              checked={page.showCallsAs === choice}
              onChange={() => void settings.change('showCallsAs', { showCallsAs: choice })}
            />
            <span className="choice-words">
              {word} <span className="choice-meaning">{meaning}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <output className="notice">{page.showCallsAs !== 'card' && page.notificationProblem}</output>
    </Section>
  )
}
