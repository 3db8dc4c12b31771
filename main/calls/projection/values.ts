import type { Customer, Recording, Source } from '../../../shared/call.ts'
import type { Fact, ToldCustomer } from '../fact.ts'

/** The value that counts: the last one told, where `ranked` ends with the exact facts. */
export function lastTold<K extends keyof Fact>(ranked: readonly Fact[], name: K): Fact[K] | undefined {
  for (let i = ranked.length - 1; i >= 0; i--) {
    const value = ranked[i]?.[name]
    if (value !== undefined) return value
  }
  return undefined
}

/** Number, text and withholding belong together, so they come from one fact: the last that knew a number. */
export function customerOf(ranked: readonly Fact[]): Customer {
  let told: ToldCustomer | undefined
  let name: string | undefined
  for (const { customer } of ranked) {
    if (customer === undefined) continue
    name = customer.name ?? name
    if (customer.number !== undefined || told?.number === undefined) told = customer
  }
  return {
    number: told?.number ?? null,
    raw: told?.raw ?? null,
    withheld: told?.withheld ?? false,
    name: name ?? null,
  }
}

export function recordingOf(ranked: readonly Fact[]): Recording | null {
  const file = lastTold(ranked, 'recordingFile') ?? null
  const url = lastTold(ranked, 'recordingUrl') ?? null
  return file === null && url === null ? null : { file, url }
}

export function sourceOf(ranked: readonly Fact[]): Source {
  const isPretend = ranked.some((fact) => fact.source === 'pretend')
  return isPretend ? 'pretend' : (lastTold(ranked, 'source') ?? 'unknown')
}

export function dispositionsOf(ordered: readonly Fact[]): string[] {
  return [...new Set(ordered.flatMap((fact) => fact.dispositions ?? []))]
}

/** `fromEntries` defines its keys, so that a parameter named `__proto__` is a key like any other. */
export function customOf(ranked: readonly Fact[]): Record<string, string> {
  return Object.fromEntries(ranked.flatMap((fact) => fact.custom ?? []))
}
