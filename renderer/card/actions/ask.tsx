import type { AskedAgent } from '../../../shared/card.ts'
import { Outside } from '../../text/outside.tsx'
import { useCardParts } from '../card-parts.ts'
import { askText } from '../wording/row-needs.ts'

const mostAsked = 3

/** Nobody is set as this desk's agent yet: whose call is it? */
export function Ask({ id, agents }: { id: string; agents: AskedAgent[] }) {
  const { act } = useCardParts()
  return (
    <fieldset className="ask">
      <legend className="ask-question">Is this your call?</legend>
      <div className="buttons">
        {agents.slice(0, mostAsked).map(({ key, label }) => {
          const text = askText(label)
          return (
            <button
              type="button"
              className="button button-primary"
              key={key}
              onClick={() => act({ do: 'that-is-me', agent: key })}
            >
              {text.lead} <Outside text={text.label} />
            </button>
          )
        })}
        <div className="ask-others">
          <button type="button" className="button" onClick={() => act({ do: 'not-mine', id })}>
            Not mine
          </button>
          <button type="button" className="button button-plain" onClick={() => act({ do: 'watch-all' })}>
            I watch all calls
          </button>
        </div>
      </div>
    </fieldset>
  )
}
