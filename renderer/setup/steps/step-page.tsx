import { type ReactNode, useEffect, useRef } from 'react'
import { type StepName, stepAfter, stepBefore, stepTitles } from './steps.ts'

interface StepPageProps {
  name: StepName
  heading: string
  lead: ReactNode
  children: ReactNode
  /** It can be left behind: moving on is what is to be done here. */
  isDone: boolean
  /** Something is seen of it already, and the window has only just opened. */
  takesFocus: boolean
  onStep(name: StepName): void
  /** In place of the button that moves on, behind the last step. */
  end?: ReactNode
}

export function StepPage(props: StepPageProps) {
  const { name, heading, lead, children, isDone, takesFocus, onStep, end } = props
  const headingRef = useRef<HTMLHeadingElement>(null)
  const before = stepBefore(name)
  const after = stepAfter(name)

  // Who has pressed a button at the foot of one step begins at the head of the other.
  useEffect(() => {
    if (takesFocus) headingRef.current?.focus()
  }, [takesFocus])

  return (
    <main className="step" aria-labelledby="step-heading">
      <div className="step-body">
        <h1 className="step-heading" id="step-heading" tabIndex={-1} ref={headingRef}>
          {heading}
        </h1>
        <p className="step-lead">{lead}</p>
        {children}
      </div>
      <div className="step-foot">
        {before !== null && (
          <button type="button" className="button" onClick={() => onStep(before)}>
            Back
          </button>
        )}
        {after === null ? (
          end
        ) : (
          <button
            type="button"
            className={isDone ? 'button button-primary' : 'button'}
            onClick={() => onStep(after)}
          >
            {isDone ? `Next: ${lowerFirst(stepTitles[after])}` : 'Skip for now'}
          </button>
        )}
      </div>
    </main>
  )
}

function lowerFirst(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
