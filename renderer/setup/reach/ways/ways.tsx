import { useId, useState } from 'react'
import type { SetUp, WayIn } from '../../../../shared/set-up.ts'
import type { TunnelKind } from '../../../../shared/tunnel.ts'
import { useParts } from '../../state/parts.ts'
import { PartFailure } from '../../steps/part-failure.tsx'
import { wayTitles } from '../form/fields.ts'
import { WayForm } from '../form/way-form.tsx'

interface WaysProps {
  setUp: SetUp
  onOpened(): void
  /** Null where there is nothing to go back to. */
  onKeep: (() => void) | null
}

/** Those that carry the traffic first; the others can be chosen too, for a larger plan changes what they carry. */
export function Ways({ setUp, onOpened, onKeep }: WaysProps) {
  const { bridge, store } = useParts()
  const { waysIn, tunnel } = setUp
  const [chosen, setChosen] = useState<TunnelKind | null>(tunnel?.kind ?? null)
  const offered = waysIn.filter(({ isOffered }) => isOffered)
  const others = waysIn.filter(({ isOffered }) => !isOffered)

  const way = ({ kind, needs, carries, isOffered }: WayIn) => (
    <Way key={kind} title={wayTitles[kind]} isChosen={chosen === kind} onChoose={() => setChosen(kind)}>
      <span className="way-needs">{needs}</span>
      {carries !== null && (
        <span className={isOffered ? 'way-needs' : 'way-small'}>It carries {carries}.</span>
      )}
      {chosen === kind && <WayForm kind={kind} setUp={setUp} onOpened={onOpened} />}
    </Way>
  )

  return (
    <div className="ways">
      <fieldset className="way-group">
        <legend className="part-title">Choose a way in</legend>
        {offered.map(way)}
      </fieldset>
      {others.length > 0 && (
        <fieldset className="way-group">
          <legend className="part-title">Carries less than you need</legend>
          {others.map(way)}
        </fieldset>
      )}
      {onKeep !== null && (
        <div className="actions">
          <button type="button" className="button" onClick={onKeep}>
            Keep it as it is
          </button>
          <button
            type="button"
            className="button"
            onClick={() => void store.save('way', { send: () => bridge.request('setTunnel', null) })}
          >
            Close this way in
          </button>
        </div>
      )}
      <PartFailure part="way" what="Not closed" />
    </div>
  )
}

interface WayProps {
  title: string
  isChosen: boolean
  onChoose(): void
  children: [React.ReactNode, React.ReactNode, React.ReactNode]
}

function Way({ title, isChosen, onChoose, children: [needs, carries, form] }: WayProps) {
  const id = useId()
  return (
    <div className="way" data-chosen={isChosen || undefined}>
      <label className="choice">
        <input
          className="choice-input"
          type="radio"
          name="way"
          aria-describedby={`${id}-needs`}
          checked={isChosen}
          onChange={onChoose}
        />
        <span className="choice-words way-title">{title}</span>
      </label>
      <p className="way-words" id={`${id}-needs`}>
        {needs} {carries}
      </p>
      {form}
    </div>
  )
}
