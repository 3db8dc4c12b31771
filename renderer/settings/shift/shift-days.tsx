import { useState } from 'react'
import { weekdays } from '../wording/shift-wording.ts'

export function ShiftDays({ days, onDays }: { days: number[]; onDays(days: number[]): void }) {
  const [isLastKept, setIsLastKept] = useState(false)

  function tick(day: number, isOn: boolean) {
    const next = weekdays
      .map((weekday) => weekday.day)
      .filter((one) => (one === day ? isOn : days.includes(one)))
    setIsLastKept(next.length === 0)
    if (next.length > 0) onDays(next)
  }

  return (
    <fieldset className="days">
      <legend className="hidden">Days on which the shift begins</legend>
      {weekdays.map(({ day, short, long }) => (
        <label className="day" key={day}>
          <input
            className="day-input"
            type="checkbox"
            aria-label={long}
            checked={days.includes(day)}
            onChange={(event) => tick(day, event.target.checked)}
          />
          <span className="day-word">{short}</span>
        </label>
      ))}
      <output className="days-kept">
        {isLastKept && 'One day at least stays: without any, no call would ever be shown.'}
      </output>
    </fieldset>
  )
}
