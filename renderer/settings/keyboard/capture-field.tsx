import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { Platform } from '../wording/keys-wording.ts'
import { type Captured, captureKeys } from './accelerator.ts'

interface CaptureFieldProps {
  platform: Platform
  onKeys(keys: string): void
  onLeave(): void
}

/** Takes the next keys that are pressed together. Escape and Tab leave it as everywhere. */
export function CaptureField({ platform, onKeys, onLeave }: CaptureFieldProps) {
  const id = useId()
  const fieldRef = useRef<HTMLInputElement>(null)
  const [complaint, setComplaint] = useState<string | null>(null)

  useEffect(() => fieldRef.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent) {
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey
    if (event.key === 'Tab' && isPlain) return
    event.preventDefault()
    if (event.key === 'Escape') return onLeave()
    const captured = captureKeys(event, platform)
    if ('keys' in captured) onKeys(captured.keys)
    else setComplaint(complaintWords(captured, platform))
  }

  return (
    <div className="capture">
      <label className="capture-label" htmlFor={id}>
        Press the new keys together
      </label>
      <input
        className="field capture-field"
        id={id}
        ref={fieldRef}
        readOnly
        placeholder="Waiting for keys"
        aria-describedby={`${id}-help`}
        value=""
        onKeyDown={onKeyDown}
      />
      <button type="button" className="button" onClick={onLeave}>
        Cancel
      </button>
      <output className="capture-help" id={`${id}-help`}>
        {complaint ?? 'Escape leaves them as they are.'}
      </output>
    </div>
  )
}

function complaintWords(captured: Exclude<Captured, { keys: string }>, platform: Platform): string | null {
  const modifiers = platform === 'mac' ? '⌘, ⌥ or ⌃' : 'Ctrl or Alt'
  switch (captured.because) {
    case 'more-to-come':
      return null
    case 'no-modifier':
      return `Hold ${modifiers} with it: alone, this key would be taken away from every other program.`
    case 'unknown-key':
      return 'This key cannot be used by itself or with others. Try a letter or a figure.'
  }
}
