import { useEffect, useEffectEvent, useId, useState } from 'react'
import { secondMs } from '../../../shared/time.ts'

const settledMs = secondMs

interface TimeFieldProps {
  label: string
  /** `HH:MM` */
  time: string
  onTime(time: string): void
}

/** Told once the typing has come to rest or the field is left: every key on the way is a time too. */
export function TimeField({ label, time, onTime }: TimeFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const settle = useEffectEvent(tell)

  function tell() {
    if (draft !== null && draft !== '' && draft !== time) onTime(draft)
    setDraft(null)
  }

  useEffect(() => {
    if (draft === null || draft === '') return
    const timer = setTimeout(settle, settledMs)
    return () => clearTimeout(timer)
  }, [draft])

  return (
    <span className="time">
      <label htmlFor={id}>{label}</label>
      <input
        className="field time-field figures"
        id={id}
        type="time"
        required
        value={draft ?? time}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={tell}
      />
    </span>
  )
}
