import { useRef } from 'react'
import { safeText } from '../../../shared/safe-text.ts'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import { Outside } from '../../text/outside.tsx'
import { useParts } from '../state/parts.ts'
import { Section } from './section.tsx'

export function IgnoredNumbers({ page: { ignored } }: { page: SettingsPage }) {
  const { settings } = useParts()
  const listRef = useRef<HTMLFieldSetElement>(null)

  async function showAgain(key: string) {
    const others = ignored.map((one) => one.key).filter((other) => other !== key)
    const saved = await settings.change('ignored', { ignored: others })
    // The button that was pressed is gone.
    if (saved) listRef.current?.focus()
  }

  return (
    <Section
      name="ignored"
      heading="Ignored numbers"
      meaning="Their calls are recorded like all others, but never shown."
    >
      <fieldset className="focus-place" ref={listRef} tabIndex={-1}>
        <legend className="hidden">Ignored numbers</legend>
        {ignored.length === 0 ? (
          <p className="nothing">None. A number is ignored from the card of its call.</p>
        ) : (
          <ul className="rows">
            {ignored.map(({ key, label }) => (
              <li className="row" key={key}>
                <Outside className="row-name figures" text={label} />
                <button
                  type="button"
                  className="button button-quiet"
                  aria-label={`Show again: calls of ${safeText(label)}`}
                  onClick={() => void showAgain(key)}
                >
                  Show again
                </button>
              </li>
            ))}
          </ul>
        )}
      </fieldset>
    </Section>
  )
}
