import { useState } from 'react'
import { useParts } from '../state/parts.ts'
import { PartFailure } from '../steps/part-failure.tsx'

/** The first start: what is shown here works before there is an account, an address or a network. */
export function Doors({ onCompany }: { onCompany(): void }) {
  const { bridge, store } = useParts()
  const [hasRung, setHasRung] = useState(false)

  async function company() {
    if (await store.save('door', { send: () => bridge.request('chooseDoor', 'company') })) onCompany()
  }

  async function pretend() {
    setHasRung(await store.save('pretend', { send: () => bridge.request('chooseDoor', 'pretend') }))
  }

  return (
    <main className="doors">
      <h1 className="doors-title">Ringtray says who is calling</h1>
      <p className="step-lead">How would you like to begin?</p>
      <div className="doors-choices">
        <button type="button" className="door" onClick={() => void company()}>
          <span className="door-title">I set this up for my company</span>
          <span className="door-meaning">
            A way in, three lines to paste into MyOperator, one call to prove it. About ten minutes.
          </span>
        </button>
        <button type="button" className="door" onClick={() => void pretend()}>
          <span className="door-title">Just show me a pretend call</span>
          <span className="door-meaning">
            See the card and the notification now. No account, no network; it is gone after a day.
          </span>
        </button>
      </div>
      <output className="doors-played">
        {hasRung && 'A pretend call rings now: look at the corner of your screen. Press again for another.'}
      </output>
      <PartFailure part="pretend" what="The pretend call could not be played" />
      <PartFailure part="door" what="Your choice could not be kept" />
    </main>
  )
}
