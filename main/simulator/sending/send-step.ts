import { errorCode } from '../../errors.ts'
import type { Step } from '../step.ts'
import { createRequest, type Target } from './request.ts'

export interface SendOptions extends Target {
  /** How long one answer may take; 10 s unless told. The provider itself gives up after 5. */
  timeoutMs?: number
}

export interface SentStep {
  step: Step
  /** null where no answer came. */
  status: number | null
  /** `timeout`, or the system's code (`ECONNREFUSED`, `UND_ERR_SOCKET` …); null where an answer came. */
  fault: string | null
  /** Until the whole answer was there, or the attempt had failed. */
  ms: number
}

type Answer = Pick<SentStep, 'status' | 'fault'>

/** One delivery over HTTP. Throws a `SpokenError` where address or headers are none; all else is a result. */
export async function sendStep(
  step: Step,
  { timeoutMs = 10_000, ...target }: SendOptions,
): Promise<SentStep> {
  const request = createRequest(step, target)
  const startedMs = performance.now()
  const answer = await deliver(request, timeoutMs)
  return { step, ...answer, ms: Math.round(performance.now() - startedMs) }
}

// The built-in fetch keeps connections alive, and does not keep the process alive for an idle one.
async function deliver(request: Request, timeoutMs: number): Promise<Answer> {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(timeoutMs) })
    // A connection is used again only after its answer was read.
    await answer.arrayBuffer()
    return { status: answer.status, fault: null }
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    return { status: null, fault }
  }
}

function faultOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  return error.name === 'TimeoutError' ? 'timeout' : (errorCode(error) ?? faultOf(error.cause))
}
