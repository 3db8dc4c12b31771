import { useRef, useState } from 'react'
import type { SeenAgent } from '../../shared/settings-page.ts'
import { Outside } from '../text/outside.tsx'
import { useNow } from '../time/use-time.ts'
import { ageAt } from '../wording/age.ts'
import { firstAgents } from './first-agents.ts'

interface SeenAgentsProps {
  agents: SeenAgent[]
  /** The keys that are ticked. */
  mine: string[]
  onMine(mine: string[]): void
}

/** The agents of the calls so far, to be ticked. */
export function SeenAgents({ agents, mine, onMine }: SeenAgentsProps) {
  const [isAll, setIsAll] = useState(false)
  const listRef = useRef<HTMLUListElement>(null)
  const now = useNow(60_000)
  const shown = isAll ? agents : firstAgents(agents, mine)

  function tick(key: string, isMe: boolean) {
    const others = mine.filter((other) => other !== key)
    onMine(isMe ? [...others, key] : others)
  }

  function showAll() {
    const firstNew = agents.findIndex((agent) => !shown.includes(agent))
    setIsAll(true)
    // The button that was pressed is gone; what it brought follows it.
    requestAnimationFrame(() => listRef.current?.querySelectorAll('input')[firstNew]?.focus())
  }

  return (
    <fieldset className="agents">
      <legend className="part-heading">That is me</legend>
      {agents.length === 0 ? (
        <p className="nothing">No agent has been seen yet: who is rung by a call appears here.</p>
      ) : (
        <ul className="rows" ref={listRef}>
          {shown.map(({ key, name, number, lastRungAt }) => (
            <li className="row" key={key}>
              <label className="choice row-choice">
                <input
                  className="choice-input"
                  type="checkbox"
                  checked={mine.includes(key)}
                  onChange={(event) => tick(key, event.target.checked)}
                />
                <span className="choice-words agent">
                  <Outside className="agent-name" text={name ?? number ?? key} />{' '}
                  {name !== null && <Outside className="agent-number figures" text={number ?? key} />}
                </span>
              </label>
              <span className="row-when">rung {ageAt(lastRungAt, now)}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < agents.length && (
        <button type="button" className="button button-quiet more" onClick={showAll}>
          Show all {agents.length}
        </button>
      )}
    </fieldset>
  )
}
