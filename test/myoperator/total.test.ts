import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Told } from '../../main/calls/fact.ts'
import { privateRemainder, readContent } from '../../main/myoperator/delivery.ts'
import { factKey, interpret } from '../../main/myoperator/interpret.ts'
import { delivered, home, json, payload } from './support.ts'

const names = [
  'in-call',
  'after-call',
  'after-call-long-names',
  'v2-dial-begin',
  'v2-answered',
  'v2-summary',
  'v2-disposition',
  'whatsapp',
]
// fast-check's own full range takes seconds to set up.
const exoticText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))
const wide = { numRuns: 400 }
const oddNumbers = fc.constantFrom(-1, 0, 1e300, 1e15, 1.5, Number.MAX_SAFE_INTEGER)
const oddTexts = fc.constantFrom(
  '',
  ' ',
  '+',
  '-',
  'null',
  '{}',
  '[',
  '[[1]]',
  '99:99:99',
  '+91',
  '%',
  '0000-00-00',
  '١٢',
)
const anything = fc.oneof(fc.jsonValue(), oddNumbers, oddTexts, fc.array(fc.oneof(oddNumbers, oddTexts)))

function goThrough(body: Buffer, query: [string, string][] = []): Told | null {
  const delivery = delivered({ body, query })
  const content = readContent(delivery)
  privateRemainder(content)
  const reading = interpret(delivery, content, home)
  if ('reason' in reading) return null
  factKey(delivery, reading.told)
  return reading.told
}

/** The payload with one value, at any depth, replaced. */
function replaced(value: unknown, path: number[], by: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined || typeof value !== 'object' || value === null) return by
  const entries = Object.entries(value)
  if (entries.length === 0) return by
  const changed = entries.map(([key, inner], at): [string, unknown] => [
    key,
    at === first % entries.length ? replaced(inner, rest, by) : inner,
  ])
  return Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed)
}

describe('whatever arrives', () => {
  it('never makes the reader throw: any value at any field', () => {
    const paths = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...names), paths, anything, (name, path, value) => {
        const told = goThrough(json(replaced(payload(name), path, value)))
        expect(told === null || isWhole(told)).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it('never makes the reader throw: any fields at all', () => {
    const keys = fc.constantFrom(
      ...names.flatMap((name) => Object.keys(payload(name))),
      '__proto__',
      'constructor',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, anything)), (fields) => {
        const told = goThrough(
          Buffer.from(`{${fields.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`)}}`),
        )
        expect(told === null || isWhole(told)).toBe(true)
      }),
      wide,
    )
  })

  it('never makes the reader throw: any bytes', () => {
    const starts = ['', 'myoperator=', 'data={', '{"', '"', '--a\r\n', '%7B', '\ufeff{', '[']
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array(), (start, bytes) => {
        goThrough(Buffer.concat([Buffer.from(start), bytes]))
      }),
      wide,
    )
  })

  it('never makes the reader throw: any cut of a body', () => {
    for (const name of names) {
      const body = Buffer.from(`myoperator=${encodeURIComponent(JSON.stringify(payload(name)))}`)
      for (let length = 0; length < body.length; length += 7) goThrough(body.subarray(0, length))
    }
  })

  it('never makes the reader throw: any parameters', () => {
    const parameter = fc.constantFrom(
      'caller_number',
      'created',
      'call_state',
      'status',
      'agent',
      'uid',
      '__proto__',
    )
    const values = fc.oneof(exoticText, oddTexts)
    fc.assert(
      fc.property(fc.array(fc.tuple(parameter, values)), (query) => {
        const told = goThrough(Buffer.alloc(0), query)
        expect(told === null || isWhole(told)).toBe(true)
      }),
      wide,
    )
  })
})

/** Everything told is of its kind: instants parse, durations are whole and not negative, numbers are E.164. */
function isWhole(told: Told): boolean {
  const instants = [told.at, told.startedAt, told.answeredAt, told.endedAt].filter(
    (instant) => instant !== undefined,
  )
  const agents = told.agents ?? []
  const seconds = [
    told.totalSeconds,
    told.talkSeconds,
    ...agents.flatMap((a) => [a.ringSeconds, a.talkSeconds]),
  ]
  const numbers = [told.customer?.number, ...agents.map((agent) => agent.number)].filter(
    (n) => n !== undefined,
  )
  return (
    instants.every((instant) => new Date(instant).toISOString() === instant) &&
    seconds.every((value) => value === undefined || (Number.isInteger(value) && value >= 0)) &&
    numbers.every((number) => /^\+\d{5,15}$/.test(number)) &&
    agents.every((agent) => agent.number !== undefined || agent.id !== undefined) &&
    Object.values(told).every((value) => value !== undefined && value !== null)
  )
}
