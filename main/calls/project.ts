import type { Call, CallEvent } from '../../shared/call.ts'
import type { Edits, Fact } from './fact.ts'
import { order } from './fact-order.ts'
import { mergeTags } from './merge.ts'
import { describeAgents } from './projection/agents.ts'
import { answeredAtOf, endedAtOf, startedAtOf } from './projection/instants.ts'
import { furthestPhase, isClosed, outcomeOf } from './projection/outcome.ts'
import { customerOf, customOf, dispositionsOf, lastTold, recordingOf, sourceOf } from './projection/values.ts'

/** What the facts of one call add up to, whatever their order and however often they came. */
export function project(id: string, facts: readonly Fact[], edits: Edits): Call {
  const ordered = order(facts)
  const ranked = exactLast(ordered.filter((fact) => fact.kind !== 'closed'))
  const uid = lastTold(ranked, 'uid') ?? null
  const direction = lastTold(ranked, 'direction') ?? 'unknown'
  const told = furthestPhase(ranked)
  const phase = isClosed(ordered) ? 'ended' : told
  return {
    id,
    uid,
    companyId: lastTold(ranked, 'companyId') ?? null,
    direction,
    phase,
    outcome: phase === 'ended' ? outcomeOf(ranked, direction) : null,
    customer: customerOf(ranked),
    line: lastTold(ranked, 'line') ?? null,
    ...describeAgents(ordered, ranked),
    startedAt: startedAtOf(ordered, uid),
    answeredAt: answeredAtOf(ranked),
    endedAt: told === 'ended' ? endedAtOf(ranked) : null,
    totalSeconds: lastTold(ranked, 'totalSeconds') ?? null,
    talkSeconds: lastTold(ranked, 'talkSeconds') ?? null,
    exact: ranked.at(-1)?.exact === true,
    department: lastTold(ranked, 'department') ?? null,
    ivrId: lastTold(ranked, 'ivrId') ?? null,
    referenceId: lastTold(ranked, 'referenceId') ?? null,
    clientReferenceId: lastTold(ranked, 'clientReferenceId') ?? null,
    recording: recordingOf(ranked),
    dispositions: dispositionsOf(ordered),
    custom: customOf(ranked),
    source: sourceOf(ranked),
    seen: edits.seen?.value ?? false,
    note: edits.note?.value ?? '',
    tags: tagsOf(edits),
    events: ordered.map(eventOf),
  }
}

// Later values win, and those of an exact fact over all others: so the last one told is the one that counts.
function exactLast(ordered: Fact[]): Fact[] {
  if (!ordered.some((fact) => fact.exact)) return ordered
  return [...ordered.filter((fact) => !fact.exact), ...ordered.filter((fact) => fact.exact)]
}

function eventOf({ kind, at, deliveryId }: Fact): CallEvent {
  return { kind, at, deliveryId }
}

function tagsOf(edits: Edits): string[] {
  if (edits.tags === undefined) return []
  return mergeTags(edits.tags)
    .filter((edit) => edit.value)
    .map((edit) => edit.tag)
}
