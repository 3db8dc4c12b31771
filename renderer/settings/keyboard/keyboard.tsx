import { useRef, useState } from 'react'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import { Section } from '../sections/section.tsx'
import { useParts } from '../state/parts.ts'
import { CaptureField } from './capture-field.tsx'
import { Keys } from './keys.tsx'

const usual = 'CommandOrControl+Alt+R'

export function Keyboard({ page: { shortcut } }: { page: SettingsPage }) {
  const { settings, platform } = useParts()
  const [isCapturing, setIsCapturing] = useState(false)
  const changeRef = useRef<HTMLButtonElement>(null)
  const { accelerator, state } = shortcut

  function save(cardShortcut: string | null) {
    leave()
    void settings.change('keyboard', { cardShortcut })
  }

  function leave() {
    setIsCapturing(false)
    // It is back in the page only after this.
    requestAnimationFrame(() => changeRef.current?.focus())
  }

  return (
    <Section
      name="keyboard"
      heading="Keyboard"
      meaning="These keys bring the keyboard to the card, whatever program is in front."
    >
      {isCapturing ? (
        <CaptureField platform={platform} onKeys={save} onLeave={leave} />
      ) : (
        <div className="shortcut">
          <output className="shortcut-state">
            {accelerator !== null && <Keys accelerator={accelerator} platform={platform} />}
            <ShortcutState state={state} />
          </output>
          <div className="actions">
            <button type="button" className="button" ref={changeRef} onClick={() => setIsCapturing(true)}>
              {accelerator === null ? 'Choose keys' : 'Change'}
            </button>
            {accelerator !== null && (
              <button type="button" className="button" onClick={() => save(null)}>
                Switch off
              </button>
            )}
            {accelerator === null && (
              <button type="button" className="button" onClick={() => save(usual)}>
                Use <Keys accelerator={usual} platform={platform} />
              </button>
            )}
          </div>
        </div>
      )}
    </Section>
  )
}

function ShortcutState({ state }: { state: SettingsPage['shortcut']['state'] }) {
  switch (state) {
    case 'active':
      return (
        <span className="shortcut-words">
          <span className="dot dot-good" aria-hidden="true" />
          Active
        </span>
      )
    case 'taken':
      return (
        <span className="shortcut-words notice">
          Taken by another program, so they do nothing here. Choose other keys, or free them there.
        </span>
      )
    case 'off':
      return <span className="shortcut-words">Off: the card is reached by the pointer only.</span>
  }
}
