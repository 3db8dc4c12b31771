import { type FormEvent, useId, useState } from 'react'
import type { NamedKey } from '../../../shared/settings-page.ts'
import { failureId } from '../sections/section.tsx'
import { useParts } from '../state/parts.ts'

/** What was typed stays until it is saved. */
export function AddKey({ me }: { me: NamedKey[] }) {
  const { settings } = useParts()
  const inputId = useId()
  const [text, setText] = useState('')
  const [isRefused, setIsRefused] = useState(false)

  async function add(event: FormEvent) {
    event.preventDefault()
    const saved = await settings.change('whose', { me: [...me.map(({ key }) => key), text] })
    setIsRefused(!saved)
    if (saved) setText('')
  }

  return (
    <form className="add" onSubmit={(event) => void add(event)}>
      <label className="add-label" htmlFor={inputId}>
        Another number or id of mine
      </label>
      <input
        className="field add-field"
        id={inputId}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        placeholder="98230 45678"
        aria-invalid={isRefused}
        aria-describedby={isRefused ? failureId('whose') : undefined}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setIsRefused(false)
        }}
      />
      <button type="submit" className="button">
        Add
      </button>
    </form>
  )
}
