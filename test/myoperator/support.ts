import { readFileSync } from 'node:fs'
import type { Told } from '../../main/calls/fact.ts'
import { type Content, type Delivery, type JsonObject, readContent } from '../../main/myoperator/delivery.ts'
import { type Context, interpret, type Reading, type Refusal } from '../../main/myoperator/interpret.ts'

export const home: Context = { country: 'IN', queryFields: {} }

/** A payload of `test/payloads`, some of its fields replaced. */
export function payload(name: string, changes: JsonObject = {}): JsonObject {
  const text = texts.get(name) ?? readFileSync(new URL(`../payloads/${name}.json`, import.meta.url), 'utf8')
  texts.set(name, text)
  return { ...(JSON.parse(text) as JsonObject), ...changes }
}

const texts = new Map<string, string>()

export function delivered(parts: Partial<Delivery> = {}): Delivery {
  return {
    id: 'd1',
    seq: 1,
    receivedAt: '2026-03-02T05:31:08.000Z',
    method: 'POST',
    query: [],
    body: Buffer.alloc(0),
    pretend: false,
    ...parts,
  }
}

export function contentOf(body: string | Buffer, query: [string, string][] = []): Content {
  return readContent({ method: 'POST', query, body: Buffer.from(body) })
}

/** The whole way from bytes to what was told. */
export function readingOf(parts: Partial<Delivery>, context: Context = home): Reading {
  const delivery = delivered(parts)
  return interpret(delivery, readContent(delivery), context)
}

export function json(object: unknown): Buffer {
  return Buffer.from(JSON.stringify(object))
}

/** Fails the test where a dialect refuses. */
export function toldBy(result: Told | Refusal | Reading): Told {
  if ('told' in result) return result.told
  if ('reason' in result) throw new Error(`refused: ${result.reason}`)
  return result
}
