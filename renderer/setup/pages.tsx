import { useEffect, useState } from 'react'
import type { SetUp } from '../../shared/set-up.ts'
import { Doors } from './doors/doors.tsx'
import { Health } from './health/health.tsx'
import { MeParts } from './me/me-parts.tsx'
import { PasteParts } from './paste/paste-parts.tsx'
import { ReachParts } from './reach/reach-parts.tsx'
import { type SeenAnswer, SeenParts } from './seen/seen-parts.tsx'
import { StepList } from './steps/step-list.tsx'
import { StepPage } from './steps/step-page.tsx'
import { stepHeadings, stepLeads } from './steps/step-wording.ts'
import { firstOpenStep, type StepName, stepStates } from './steps/steps.ts'

type Place = 'doors' | 'health' | StepName

/** Doors, then steps, then health. What becomes done meanwhile turns no page under somebody's hands. */
export function Pages({ setUp }: { setUp: SetUp }) {
  const [answer, setAnswer] = useState<SeenAnswer>(null)
  const states = stepStates(setUp, { hasSeen: answer === 'yes' })
  const [place, setPlace] = useState<Place>(() => firstPlace(setUp))
  const [hasMoved, setHasMoved] = useState(false)

  function go(to: Place) {
    setPlace(to)
    setHasMoved(true)
  }

  useEffect(() => {
    document.title = place === 'health' ? 'Ringtray – health' : 'Ringtray – set-up'
  }, [place])

  if (place === 'doors') return <Doors onCompany={() => go(firstOpenStep(states))} />

  const parts: Record<StepName, React.ReactNode> = {
    reached: <ReachParts setUp={setUp} />,
    pasted: <PasteParts setUp={setUp} isHealth={place === 'health'} />,
    me: <MeParts setUp={setUp} />,
    seen: <SeenParts setUp={setUp} answer={answer} onAnswer={setAnswer} />,
  }

  if (place === 'health')
    return (
      <Health
        setUp={setUp}
        states={states}
        takesFocus={hasMoved}
        parts={parts}
        onSteps={() => go('reached')}
      />
    )

  return (
    <div className="guide">
      <StepList current={place} states={states} onStep={go} />
      <StepPage
        key={place}
        name={place}
        heading={stepHeadings[place]}
        lead={stepLeads[place]}
        isDone={states[place] === 'done'}
        takesFocus={hasMoved}
        onStep={go}
        end={<End isDone={setUp.isDone} isMain={answer === 'yes'} onPlace={go} />}
      >
        {parts[place]}
      </StepPage>
    </div>
  )
}

/** Behind the last step: done is what a real call has proven. */
function End({ isDone, isMain, onPlace }: { isDone: boolean; isMain: boolean; onPlace(to: Place): void }) {
  const className = isMain ? 'button button-primary' : 'button'
  return isDone ? (
    <button type="button" className={className} onClick={() => onPlace('health')}>
      Finish
    </button>
  ) : (
    <>
      <span className="step-foot-words">Done once a real call has rung and ended.</span>
      <button type="button" className={className} onClick={() => onPlace('pasted')}>
        See what is missing
      </button>
    </>
  )
}

function firstPlace(setUp: SetUp): Place {
  if (setUp.isDone) return 'health'
  return setUp.isFirstStart ? 'doors' : firstOpenStep(stepStates(setUp, { hasSeen: false }))
}
