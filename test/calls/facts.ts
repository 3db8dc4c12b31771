import fc from 'fast-check'
import type { Fact, Told, ToldAgent } from '../../main/calls/fact.ts'
import type { Instant } from '../../shared/call.ts'
import { minuteMs, secondMs, toInstant } from '../../shared/time.ts'

const callStartMs = Date.UTC(2026, 10, 23, 11, 58, 2)

/** So many seconds after the start of the call that these tests tell of. */
export function second(seconds: number): Instant {
  return toInstant(callStartMs + seconds * secondMs)
}

/** A uid whose epoch lies so many seconds after that start. */
export function uidAt(seconds: number): string {
  return `n2.${callStartMs / secondMs + seconds}.77`
}

/** Facts as they arrived: one after the other, each heard a second after it happened. */
export function arrive(...told: (Told & Partial<Fact>)[]): Fact[] {
  return told.map((each, index) => factOf(each, index + 1))
}

function factOf(told: Told & Partial<Fact>, seq: number): Fact {
  const receivedAt = told.receivedAt ?? second(seq + 1)
  return {
    key: `key-${seq}`,
    seq,
    deliveryId: `delivery-${seq}`,
    ...told,
    receivedAt,
    at: told.at ?? receivedAt,
    ...(told.at === undefined && { untimed: true }),
  }
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const instants = fc.integer({ min: 0, max: 6 }).map((n) => second(n * 5))
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  oneOf('__proto__', 'constructor', '+919000010001'),
)
const seconds = fc.nat({ max: 90 })

// Few values, so that agents, instants, names and keys meet often.
const agents: fc.Arbitrary<ToldAgent> = fc.record(
  {
    number: oneOf('+919000010001', '+919000010002'),
    id: oneOf('a1', 'a2', 'a3'),
    name: oneOf('Asha', 'Vikram'),
    extension: oneOf('10', '11'),
    result: oneOf('rung', 'answered', 'missed', 'busy', 'rejected', 'cancelled', 'transferred'),
    ringSeconds: seconds,
    talkSeconds: seconds,
  },
  { requiredKeys: [], noNullPrototype: true },
)

const contents: fc.Arbitrary<Told> = fc.record(
  {
    kind: oneOf('initiated', 'ringing', 'answered', 'ended', 'log', 'disposition', 'closed', 'unknown'),
    at: instants,
    startedAt: instants,
    answeredAt: instants,
    endedAt: instants,
    exact: fc.constant(true as const),
    eventSequence: fc.nat({ max: 4 }),
    uid: oneOf(uidAt(-3), 's5.347638.78643857'),
    companyId: texts,
    direction: oneOf('incoming', 'outgoing'),
    phase: oneOf('initiated', 'ringing', 'answered', 'ended'),
    outcome: oneOf('connected', 'missed', 'voicemail', 'rejected', 'no-answer', 'unknown'),
    customer: fc.record(
      {
        number: oneOf('+919823045678', '+442079460018'),
        raw: texts,
        withheld: fc.constant(true as const),
        name: texts,
      },
      { requiredKeys: [], noNullPrototype: true },
    ),
    line: texts,
    agents: fc.array(agents, { maxLength: 4 }),
    answeredBy: oneOf('+919000010001', 'a1', 'nobody known'),
    totalSeconds: seconds,
    talkSeconds: seconds,
    department: texts,
    recordingFile: texts,
    recordingUrl: texts,
    dispositions: fc.array(texts, { maxLength: 3 }),
    custom: fc.array(fc.tuple(texts, texts), { maxLength: 3 }),
    source: oneOf('ivr', 'mobile', 'pretend'),
  },
  { requiredKeys: ['kind'], noNullPrototype: true },
)

const keys = oneOf('key-a', 'key-b', 'key-c', 'key-d', 'key-e', 'key-f')

/** Anything that can be told, under few keys: some are repeats, some say something else under a known key. */
export const anyFacts: fc.Arbitrary<Fact[]> = fc.array(
  fc
    .record({
      told: contents,
      key: keys,
      seq: fc.integer({ min: 1, max: 9 }),
      closes: keys,
      late: fc.nat({ max: 3 }),
    })
    .map(({ told, key, seq, closes, late }) => ({
      ...factOf({ ...told, key, receivedAt: toInstant(callStartMs + late * minuteMs) }, seq),
      ...(told.kind === 'closed' && { closes }),
    })),
  { maxLength: 8 },
)
