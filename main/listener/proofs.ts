import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Proofs } from '../../shared/settings.ts'

export type ProofName = 'header' | 'basic' | 'query'

/** Whether any proof is configured: without one the door stays shut. */
export function hasProof({ header, basic, query }: Proofs): boolean {
  return header !== null || basic !== null || query !== null
}

/** Finds the proof that a request carries, from its headers and query alone. */
export type FindProof = (
  request: Pick<IncomingMessage, 'headersDistinct'>,
  query: [name: string, value: string][],
  nowMs: number,
) => ProofName | null

/**
 * Every configured proof is looked at, right or wrong, so that the time taken tells nothing about which one was
 * nearly right.
 */
export function createProofFinder({ header, basic, query: parameter }: Proofs): FindProof {
  const isHeader = header === null ? null : matcher(header.value)
  const isPreviousHeader = header?.previous == null ? null : matcher(header.previous.value)
  const previousUntilMs = Date.parse(header?.previous?.until ?? '')
  const isBasic = basic === null ? null : matcher(`${basic.username}:${basic.password}`)
  const isParameter = parameter === null ? null : matcher(parameter.value)
  const headerName = header?.name.toLowerCase() ?? ''

  return ({ headersDistinct }, query, nowMs) => {
    const found: ProofName[] = []
    if (isHeader !== null) {
      // Node reads header bytes as latin1; the configured text was sent as UTF-8.
      const given = onlyOne(headersDistinct[headerName])
      const bytes = given === null ? null : Buffer.from(given, 'latin1')
      const isCurrent = isHeader(bytes)
      const isPrevious = isPreviousHeader?.(bytes) && nowMs < previousUntilMs
      if (isCurrent || isPrevious) found.push('header')
    }
    if (isBasic?.(readBasic(onlyOne(headersDistinct.authorization)))) found.push('basic')
    if (isParameter !== null) {
      const given = onlyOne(query.filter(([name]) => name === parameter?.name).map(([, value]) => value))
      if (isParameter(given === null ? null : Buffer.from(given))) found.push('query')
    }
    return found[0] ?? null
  }
}

/** RFC 7617: scheme in any case, strict base64, `username:password` split nowhere: they are compared whole. */
function readBasic(header: string | null): Buffer | null {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '')?.[1]
  if (encoded === undefined || encoded.length % 4 !== 0) return null
  return Buffer.from(encoded, 'base64')
}

/** A value that came twice is not a value: whoever adds a second one must not be the judge of which counts. */
function onlyOne(values: string[] | undefined): string | null {
  return values?.length === 1 ? (values[0] ?? null) : null
}

/**
 * Whether bytes are the secret, in a time that depends on neither. `timingSafeEqual` wants equal lengths, and a length
 * is a secret too: digests are compared.
 */
export function matcher(secret: string): (given: Buffer | null) => boolean {
  const expected = digest(Buffer.from(secret))
  return (given) => {
    const isSame = timingSafeEqual(digest(given ?? Buffer.alloc(0)), expected)
    return isSame && given !== null
  }
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}
