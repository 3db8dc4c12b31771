import { type FormEvent, useRef, useState } from 'react'
import type { Traffic } from '../../../../shared/set-up.ts'
import { useParts } from '../../state/parts.ts'
import { PartFailure } from '../../steps/part-failure.tsx'
import { TextField } from '../form/text-field.tsx'
import { readCallsPerDay, trafficWords } from './read-traffic.ts'

/** Asked first, for the ways in follow from it; once told, it is one line. */
export function TrafficQuestion({ traffic }: { traffic: Traffic | null }) {
  const { bridge, store } = useParts()
  const [isChanging, setIsChanging] = useState(false)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | undefined>()
  const placeRef = useRef<HTMLDivElement>(null)
  const isAsked = traffic === null || isChanging

  function focusFirst() {
    // The button that was pressed is about to leave.
    requestAnimationFrame(() => placeRef.current?.querySelector<HTMLElement>('input, button')?.focus())
  }

  function change() {
    setTyped(String(traffic?.callsPerDay ?? ''))
    setIsChanging(true)
    focusFirst()
  }

  async function tell(event: FormEvent) {
    event.preventDefault()
    const read = readCallsPerDay(typed)
    setProblem('problem' in read ? read.problem : undefined)
    if ('problem' in read) return focusFirst()
    const { callsPerDay } = read
    const isTold = await store.save('traffic', {
      send: () => bridge.request('setTraffic', { callsPerDay }),
      applied: (page) => ({ ...page, traffic: { callsPerDay } }),
    })
    if (!isTold) return
    setIsChanging(false)
    focusFirst()
  }

  return (
    <div className="traffic" ref={placeRef}>
      {isAsked ? (
        <form className="traffic-form" noValidate onSubmit={(event) => void tell(event)}>
          <TextField
            label="How many calls does the company get on a busy day?"
            hint="All agents together. Some ways in carry only so many."
            problem={problem}
            inputMode="numeric"
            placeholder="120"
            size="short"
            value={typed}
            onValue={setTyped}
          />
          <button type="submit" className="button button-primary">
            Show the ways in
          </button>
        </form>
      ) : (
        <p className="told">
          <span className="told-words">{trafficWords(traffic.callsPerDay)}</span>
          <button
            type="button"
            className="button button-quiet"
            aria-label="Change the number of calls"
            onClick={change}
          >
            Change
          </button>
        </p>
      )}
      <PartFailure part="traffic" what="Not saved" />
    </div>
  )
}
