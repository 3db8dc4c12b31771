import type { CallDetail } from '../../../../shared/ipc-contract.ts'
import { visibleText } from '../../../../shared/safe-text.ts'
import { agentResult, furtherFacts } from '../detail-wording.ts'

/** Who was rung and what else was told, in the provider's own order. */
export function Facts({ detail }: { detail: CallDetail }) {
  const { call, agents } = detail
  const further = furtherFacts(detail)
  if (call.agents.length === 0 && further.length === 0) return null
  return (
    <dl className="facts">
      {call.agents.map((agent, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: agents stand in order of first mention
        <div className="fact" key={at}>
          <dt>
            <bdi>{visibleText(agents[at] ?? null) ?? 'Agent'}</bdi>
          </dt>
          <dd className="figures">{agentResult(agent)}</dd>
        </div>
      ))}
      {further.map(({ name, value }) => (
        <div className="fact" key={name}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
