import { useState } from 'react'
import type { Shift } from '../../../shared/settings.ts'
import type { SettingsPage } from '../../../shared/settings-page.ts'
import { Section } from '../sections/section.tsx'
import { useParts } from '../state/parts.ts'
import { shiftWords } from '../wording/shift-wording.ts'
import { ShiftDays } from './shift-days.tsx'
import { TimeField } from './time-field.tsx'

const usual: Shift = { days: [1, 2, 3, 4, 5, 6], from: '10:00', to: '18:00' }

export function ShiftHours({ page: { shift } }: { page: SettingsPage }) {
  const { settings } = useParts()
  /** Switched off and on again, they are what they were. */
  const [last, setLast] = useState<Shift | null>(null)
  const save = (next: Shift | null) => void settings.change('shift', { shift: next })

  function toggle(isOn: boolean) {
    setLast(shift)
    save(isOn ? (last ?? usual) : null)
  }

  return (
    <Section
      name="shift"
      heading="Shift hours"
      meaning="Outside of them calls are recorded but not shown, by the clock of this computer."
    >
      <label className="choice">
        <input
          className="choice-input"
          type="checkbox"
          checked={shift !== null}
          onChange={(event) => toggle(event.target.checked)}
        />
        <span className="choice-words">Show calls in my shift only</span>
      </label>
      {shift !== null && (
        <div className="shift">
          <ShiftDays days={shift.days} onDays={(days) => save({ ...shift, days })} />
          <div className="shift-times">
            <TimeField label="From" time={shift.from} onTime={(from) => save({ ...shift, from })} />
            <TimeField label="To" time={shift.to} onTime={(to) => save({ ...shift, to })} />
          </div>
        </div>
      )}
      <output className="state-sentence">{shift !== null && shiftWords(shift)}</output>
    </Section>
  )
}
