import type { SetUp } from '../../../shared/set-up.ts'
import { SeenAgents } from '../../agents/seen-agents.tsx'
import { useParts } from '../state/parts.ts'
import { PartFailure } from '../steps/part-failure.tsx'
import { applyMe } from './apply-me.ts'
import { nobodyChosen } from './me-wording.ts'

export function MeParts({ setUp: { agents, me } }: { setUp: SetUp }) {
  const { bridge, store } = useParts()
  return (
    <>
      <SeenAgents
        agents={agents}
        mine={me.map(({ key }) => key)}
        onMine={(mine) =>
          void store.save('me', {
            send: () => bridge.request('changeSettings', { me: mine }),
            applied: (page) => applyMe(page, mine),
          })
        }
      />
      {me.length === 0 && <p className="step-lead">{nobodyChosen}.</p>}
      <PartFailure part="me" what="Not saved" />
    </>
  )
}
