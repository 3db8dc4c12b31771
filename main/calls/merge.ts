import type { Edit, Edits, Fact } from './fact.ts'
import { compareInstants, compareTexts } from './instant-order.ts'

/** The union of two sets of facts by key, in the order in which they arrived. */
export function mergeFacts(a: readonly Fact[], b: readonly Fact[]): Fact[] {
  return withoutRepeats([...a, ...b]).sort(compareArrivals)
}

/** Each key once: a repeat adds nothing, and of two contents under one key the same one stays whoever asks. */
export function withoutRepeats(facts: readonly Fact[]): Fact[] {
  const byKey = new Map<string, Fact>()
  for (const fact of facts) {
    const known = byKey.get(fact.key)
    byKey.set(fact.key, known === undefined ? fact : reconcile(known, fact))
  }
  return [...byKey.values()]
}

/** By arrival: sequence first, because our clock may have been set back between two deliveries. */
export function compareArrivals(a: Fact, b: Fact): number {
  return a.seq - b.seq || compareInstants(a.receivedAt, b.receivedAt) || compareTexts(a.key, b.key)
}

export function mergeEdits(a: Edits, b: Edits): Edits {
  const note = later(a.note, b.note)
  const seen = later(a.seen, b.seen)
  const alert = later(a.alert, b.alert)
  const tags = mergeTags([...(a.tags ?? []), ...(b.tags ?? [])])
  return {
    ...(note && { note }),
    ...(seen && { seen }),
    ...(alert && { alert }),
    ...(tags.length > 0 && { tags }),
  }
}

type Tag = NonNullable<Edits['tags']>[number]

/** The latest edit of each tag, by name. */
export function mergeTags(tags: readonly Tag[]): Tag[] {
  const byName = new Map<string, Tag>()
  for (const tag of tags) byName.set(tag.tag, later(byName.get(tag.tag), tag) ?? tag)
  return [...byName.values()].sort((a, b) => compareTexts(a.tag, b.tag))
}

function later<E extends Edit<string> | Edit<boolean>>(a: E | undefined, b: E | undefined): E | undefined {
  if (a === undefined || b === undefined) return a ?? b
  const difference =
    compareInstants(a.at, b.at) ||
    compareTexts(a.desk, b.desk) ||
    compareTexts(String(a.value), String(b.value))
  return difference < 0 ? b : a
}

// What was said and when it reached us are chosen apart: each choice is a minimum, so that neither the order
// nor the grouping of merges can show.
function reconcile(a: Fact, b: Fact): Fact {
  if (a === b) return a
  const said = contentOf(a) <= contentOf(b) ? a : b
  const arrived = comparePlaces(a, b) <= 0 ? a : b
  if (said === arrived) return said
  const { seq, deliveryId, receivedAt } = arrived
  return { ...said, seq, deliveryId, receivedAt, at: said.untimed ? receivedAt : said.at }
}

function contentOf(fact: Fact): string {
  return JSON.stringify({ ...fact, seq: 0, deliveryId: '', receivedAt: '', at: fact.untimed ? '' : fact.at })
}

function comparePlaces(a: Fact, b: Fact): number {
  return (
    a.seq - b.seq || compareInstants(a.receivedAt, b.receivedAt) || compareTexts(a.deliveryId, b.deliveryId)
  )
}
