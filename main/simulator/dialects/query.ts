import type { Step } from '../step.ts'
import { type Moment, momentsOf } from '../stories/moments.ts'
import { companyId, ivrId } from '../stories/scripts/cast.ts'
import type { Telling } from '../telling.ts'
import { callState, statusWord } from './call-state.ts'
import { national, withheldText } from './notation.ts'

/** A v1 GET webhook whose owner gave every field of the panel its obvious name, and added a constant. */
export function querySteps(telling: Telling): Step[] {
  return momentsOf(telling.story).flatMap((moment) => {
    const state = callState(moment.kind, telling.story.origin)
    if (state === null) return []
    return [
      {
        afterMs: moment.afterSeconds * 1_000,
        method: 'GET' as const,
        query: queryOf(telling, moment, state),
        contentType: null,
        body: '',
      },
    ]
  })
}

function queryOf(telling: Telling, moment: Moment, state: string): Step['query'] {
  const { story } = telling
  // The panel has one field for one agent: of several at the end, the one who was reached or tried last.
  const agent = moment.agents.at(-1)
  return [
    ['caller_number', story.customer ?? withheldText],
    ['created', String(telling.startedAt + moment.afterSeconds)],
    ['event', story.direction],
    ['status', moment.kind === 'ended' ? statusWord[story.result] : ''],
    ['call_state', state],
    ['uid', telling.uid],
    ['company_id', companyId],
    ['service_number', national(story.line)],
    ['agent_number', agent ? national(agent.number) : ''],
    ['reference_id', telling.referenceId],
    ['client_ref_id', telling.clientReferenceId],
    ['ivr_id', story.menuAfter === null ? '' : ivrId],
    ['campaign', 'monsoon'],
  ]
}
