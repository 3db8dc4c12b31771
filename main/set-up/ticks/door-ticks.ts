import type { Instant } from '../../../shared/call.ts'
import type { Check } from '../../../shared/set-up.ts'
import { dayMs, toEpochMs } from '../../../shared/time.ts'
import type { WhatArrived } from '../what-arrived.ts'
import { when } from '../when.ts'
import { done, isAfter, later, waiting, wrong } from './tick.ts'

export function requestArrived({ heardAt, refusedAt }: WhatArrived): Check {
  const at = later(heardAt, refusedAt)
  return at === null
    ? waiting(
        'request-arrived',
        'Nothing has arrived yet. Save the webhook in MyOperator’s panel, see that it is switched on there, and call your number once.',
      )
    : done('request-arrived', at, `A request arrived ${when(at)}.`)
}

export function secretRight({ heardAt, refusedAt }: WhatArrived): Check {
  const code = 'secret-right'
  if (refusedAt !== null && isAfter(refusedAt, heardAt)) {
    const before = heardAt === null ? '' : ` The last one with the right secret came ${when(heardAt)}.`
    return wrong(
      code,
      refusedAt,
      `The secret is wrong: a request came without the right one ${when(refusedAt)} and was refused. Copy name and value again and paste them into the panel’s Authentication (v2) or Header (v1).${before}`,
    )
  }
  return heardAt === null
    ? waiting(code, 'No request has shown the secret yet.')
    : done(code, heardAt, `The secret was right ${when(heardAt)}.`)
}

/** It comes back by itself, a day of calls after the last of them. */
export function onlyCalls({ heardAt, notCallsAt }: WhatArrived): Check {
  const code = 'only-calls'
  if (notCallsAt !== null && isRecent(notCallsAt, heardAt)) {
    return wrong(
      code,
      notCallsAt,
      `Something that is no call arrived ${when(notCallsAt)}; what it said was not kept. Untick WhatsApp: every WhatsApp event under Events of the v2 webhook.`,
    )
  }
  return heardAt === null
    ? waiting(code, 'Whether only calls are sent shows with the first that arrive.')
    : done(code, heardAt, 'Nothing but calls arrives.')
}

function isRecent(at: Instant, heardAt: Instant | null): boolean {
  return heardAt === null || toEpochMs(heardAt) - toEpochMs(at) < dayMs
}
