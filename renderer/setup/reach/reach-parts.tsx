import { useRef, useState } from 'react'
import type { SetUp } from '../../../shared/set-up.ts'
import { stepStates } from '../steps/steps.ts'
import { wayTitles } from './form/fields.ts'
import { LiveState } from './live/live-state.tsx'
import { TrafficQuestion } from './traffic/traffic-question.tsx'
import { Ways } from './ways/ways.tsx'

export function ReachParts({ setUp }: { setUp: SetUp }) {
  const { traffic, tunnel } = setUp
  const [isChoosing, setIsChoosing] = useState(false)
  const placeRef = useRef<HTMLDivElement>(null)
  const isOpen = tunnel === null ? traffic !== null : isChoosing
  const isDone = stepStates(setUp, { hasSeen: false }).reached === 'done'
  // What arrives without a way in of ours shows that there is one all the same.
  const isLive = tunnel !== null || setUp.reach.hearing.heardAt !== null

  function choose(isWanted: boolean) {
    setIsChoosing(isWanted)
    // What was pressed is about to leave.
    requestAnimationFrame(() =>
      placeRef.current?.querySelector<HTMLElement>('input:checked, button')?.focus(),
    )
  }

  return (
    <div className="reach">
      <TrafficQuestion traffic={traffic} />
      <div ref={placeRef}>
        {isOpen && (
          <Ways
            setUp={setUp}
            onOpened={() => choose(false)}
            onKeep={tunnel === null ? null : () => choose(false)}
          />
        )}
        {tunnel !== null && !isChoosing && (
          <p className="told">
            <span className="told-words">Way in: {wayTitles[tunnel.kind]}</span>
            <button
              type="button"
              className="button button-quiet"
              aria-label="Change the way in"
              onClick={() => choose(true)}
            >
              Change
            </button>
          </p>
        )}
      </div>
      {isLive && !isChoosing && <LiveState setUp={setUp} isMain={!isDone && traffic !== null} />}
    </div>
  )
}
