import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { SetUp } from '../../../shared/set-up.ts'
import { useNow } from '../../time/use-time.ts'
import { StateSign, stateTones } from '../steps/state-sign.tsx'
import type { StepName, StepStates } from '../steps/steps.ts'
import { type HealthLine, healthLines, healthTitle, unfoldedAtFirst } from './health-lines.ts'

interface HealthProps {
  setUp: SetUp
  states: StepStates
  takesFocus: boolean
  parts: Record<StepName, ReactNode>
  onSteps(): void
}

export function Health({ setUp, states, takesFocus, parts, onSteps }: HealthProps) {
  const now = useNow(15_000)
  const [unfolded, setUnfolded] = useState<StepName[]>(() => unfoldedAtFirst(states))
  const headingRef = useRef<HTMLHeadingElement>(null)
  const lines = healthLines(setUp, states, now)

  useEffect(() => {
    if (takesFocus) headingRef.current?.focus()
  }, [takesFocus])

  function turn(name: StepName) {
    setUnfolded(unfolded.includes(name) ? unfolded.filter((other) => other !== name) : [...unfolded, name])
  }

  return (
    <main className="health" aria-labelledby="health-heading">
      <h1 className="step-heading" id="health-heading" tabIndex={-1} ref={headingRef}>
        {healthTitle(lines)}
      </h1>
      <p className="step-lead">The set-up is done: a real call was seen from its ring to its end.</p>
      <div className="folds">
        {lines.map((line) => (
          <Fold
            key={line.name}
            line={line}
            isOpen={unfolded.includes(line.name)}
            onTurn={() => turn(line.name)}
          >
            {parts[line.name]}
          </Fold>
        ))}
      </div>
      <div className="actions">
        <button type="button" className="button" onClick={onSteps}>
          Go through the set-up again
        </button>
      </div>
    </main>
  )
}

interface FoldProps {
  line: HealthLine
  isOpen: boolean
  onTurn(): void
  children: ReactNode
}

function Fold({ line: { name, title, state, word, line }, isOpen, onTurn, children }: FoldProps) {
  const partId = `health-${name}`
  return (
    <section className="fold" aria-labelledby={`${partId}-title`}>
      <h2 className="fold-heading">
        <button
          type="button"
          className="fold-button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? partId : undefined}
          onClick={onTurn}
        >
          <StateSign state={state} />
          <span className="fold-words">
            <span className="fold-title" id={`${partId}-title`}>
              {title}
            </span>{' '}
            {!isOpen && <span className="fold-line">{line}</span>}
          </span>{' '}
          <span className={`fold-word ${stateTones[state]}`}>{word}</span>
          <svg className="fold-arrow" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M4.5 6.5 8 10l3.5-3.5" />
          </svg>
        </button>
      </h2>
      {isOpen && (
        <div className="fold-part" id={partId}>
          {children}
        </div>
      )}
    </section>
  )
}
