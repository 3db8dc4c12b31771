import { useRef } from 'react'
import { safeText } from '../../../shared/safe-text.ts'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import { Outside } from '../../text/outside.tsx'
import { useParts } from '../state/parts.ts'

/** Numbers and ids of mine that no call has rung so far. */
export function OwnKeys({ page: { agents, me } }: { page: SettingsPage }) {
  const { settings } = useParts()
  const placeRef = useRef<HTMLFieldSetElement>(null)
  const own = me.filter(({ key }) => !agents.some((agent) => agent.key === key))

  async function remove(key: string) {
    const others = me.map((one) => one.key).filter((other) => other !== key)
    const saved = await settings.change('whose', { me: others })
    // The button that was pressed is gone.
    if (saved) placeRef.current?.focus()
  }

  return (
    <fieldset className="focus-place" ref={placeRef} tabIndex={-1}>
      <legend className="hidden">Added by hand</legend>
      {own.length > 0 && (
        <ul className="rows">
          {own.map(({ key, label }) => (
            <li className="row" key={key}>
              <span className="row-name own-key">
                <Outside className="figures" text={label} />
                <span className="row-when">added by hand, not rung so far</span>
              </span>
              <button
                type="button"
                className="button button-quiet"
                aria-label={`Remove ${safeText(label)}`}
                onClick={() => void remove(key)}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
