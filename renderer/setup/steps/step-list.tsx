import { StateSign } from './state-sign.tsx'
import { type StepName, type StepState, type StepStates, stepNames, stepTitles } from './steps.ts'

interface StepListProps {
  current: StepName
  states: StepStates
  onStep(name: StepName): void
}

const spokenStates: Record<StepState, string> = {
  done: ', done',
  waiting: '',
  wrong: ', needs you',
}

export function StepList({ current, states, onStep }: StepListProps) {
  return (
    <nav className="step-list" aria-label="Steps">
      <p className="step-list-title">Set-up</p>
      <ol className="step-list-steps">
        {stepNames.map((name, at) => (
          <li key={name}>
            <button
              type="button"
              className="step-link"
              aria-current={name === current ? 'step' : undefined}
              onClick={() => onStep(name)}
            >
              <span className="step-mark">
                {states[name] === 'waiting' ? at + 1 : <StateSign state={states[name]} />}
              </span>
              <span className="step-link-title">
                {stepTitles[name]}
                <span className="hidden">{spokenStates[states[name]]}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
