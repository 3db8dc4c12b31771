import type { ReachStatus } from '../../shared/reach.ts'
import type { SetUp } from '../../shared/set-up.ts'
import type { Display } from '../display.ts'
import type { Receiver } from '../receiver.ts'
import type { Secrets } from '../secrets/secret-file.ts'
import { meAndAgents } from '../settings/me-and-agents.ts'
import { requestsPerMonth, waysIn } from '../tunnel/meter/ways-in.ts'
import { providers } from '../tunnel/providers.ts'
import { checks, isDone } from './checks.ts'
import { pasteFields } from './paste-fields.ts'
import { whatArrived } from './what-arrived.ts'

export interface ReadSetUpOptions {
  /** Its call book is ready. */
  receiver: Pick<Receiver, 'settings' | 'status' | 'callBook' | 'notUnderstood'>
  reach: ReachStatus
  display: Pick<Display, 'number'>
  secrets: Pick<Secrets, 'kept' | 'where'>
  notificationProblem: string | null
}

/** The whole set-up page, which is *health* once everything is done. */
export async function readSetUp(options: ReadSetUpOptions): Promise<SetUp> {
  const { receiver, reach, display, secrets, notificationProblem } = options
  const { me, callsPerDay, tunnel, proofs, hasBegun } = receiver.settings.current()
  const { listener, heardAt, refused } = receiver.status()
  const { callBook } = receiver
  const arrived = await whatArrived({
    callBook,
    notUnderstood: receiver.notUnderstood(),
    heardAt: heardAt ?? reach.hearing.heardAt,
    refusedAt: refused.lastAt,
  })
  const localUrl = 'url' in listener ? listener.url : ''
  const traffic = callsPerDay === null ? null : { callsPerDay }
  return {
    isFirstStart: !hasBegun,
    isDone: isDone(arrived),
    tunnel,
    waysIn: waysIn(Object.values(providers), traffic && requestsPerMonth(traffic)),
    traffic,
    secrets: secrets.kept(),
    secretsAre: secrets.where,
    reach,
    paste: pasteFields({ url: reach.tunnel.publicUrl ?? localUrl, proofs }),
    checks: checks(arrived),
    ...meAndAgents({ me, display, index: callBook.index }),
    notificationProblem,
  }
}
