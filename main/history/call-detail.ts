import type { CallDetail } from '../../shared/ipc-contract.ts'
import { explainAlert } from '../alerts/explain.ts'
import type { CallBook } from '../calls/book/call-book.ts'
import { describeTimeline } from '../calls/timeline/timeline.ts'
import { type Display, shownNumber } from '../display.ts'

/** Everything that the detail of a call shows; null where the call is gone. */
export async function readCallDetail(
  id: string,
  { callBook, display }: { callBook: CallBook; display: Display },
): Promise<CallDetail | null> {
  const record = await callBook.record(id)
  if (record === null) return null
  const call = callBook.callOf(record)
  const { number } = call.customer
  const lineNumber = call.line && display.number(call.line)
  const answerer = call.agents.find((agent) => (agent.number ?? agent.id) === call.answeredBy)
  return {
    call,
    internationalNumber: number && display.internationalNumber(number),
    nationalNumber: shownNumber(call.customer, display),
    line: call.department ?? lineNumber,
    lineNumber,
    agents: call.agents.map(display.agent),
    answeredBy: answerer === undefined ? call.answeredBy : display.agent(answerer),
    timeline: describeTimeline(record.facts, call, display.agent),
    alert: explainAlert(record, call, display),
    deliveryCount: new Set(record.facts.map((fact) => fact.deliveryId).filter(Boolean)).size,
  }
}
