import { useCardParts } from '../card-parts.ts'
import { RunningTime } from '../time/running-time.tsx'
import type { StateWords } from '../wording/state-words.ts'

export function StateTime({ time }: { time: NonNullable<StateWords['time']> }) {
  const { clock } = useCardParts()
  return (
    <span className="figures">
      {time.isRunning ? <RunningTime since={time.from} /> : clock.moment(time.from)}
    </span>
  )
}
