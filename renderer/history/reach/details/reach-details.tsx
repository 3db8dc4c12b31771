import type { Status } from '../../../../shared/status.ts'
import { ActButton } from '../../../alarm/acts/act-button.tsx'
import { Address } from '../../../text/address.tsx'
import { useParts } from '../../state/parts.ts'
import { reachFacts } from './reach-facts.ts'

/** What the word at the top rests on: that the path is open, and that calls come, are two things. */
export function ReachDetails({ id, status, now }: { id: string; status: Status; now: number }) {
  const { bridge, clock } = useParts()
  return (
    <div className="reach-details" id={id} popover="auto" role="dialog" aria-label="How calls reach Ringtray">
      <dl className="reach-facts">
        {reachFacts(status, { nowMs: now, clock }).map(({ name, text, isAddress }) => (
          <div className="reach-fact" key={name}>
            <dt>{name}</dt>
            <dd>{isAddress ? <Address text={text} /> : text}</dd>
          </div>
        ))}
      </dl>
      <ActButton bridge={bridge} act="set-up" />
    </div>
  )
}
