import { hash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { HeaderProof, Proofs } from '../../shared/settings.ts'

export type ProofName = 'header' | 'basic' | 'query'

/** Whether any proof is configured: without one the door stays shut. */
export function hasProof({ header, basic, query }: Proofs): boolean {
  return header !== null || basic !== null || query !== null
}

/**
 * The proof that a request carries, from its headers and query alone. Every configured proof is looked at,
 * right or wrong, so that the time taken tells nothing about which one was nearly right.
 */
export function findProof(
  proofs: Proofs,
  request: Pick<IncomingMessage, 'headersDistinct'>,
  query: [name: string, value: string][],
  nowMs: number,
): ProofName | null {
  const found: ProofName[] = []
  if (proofs.header !== null && holdsHeader(proofs.header, request, nowMs)) found.push('header')
  if (proofs.basic !== null) {
    const { username, password } = proofs.basic
    const credentials = readBasic(onlyOne(request.headersDistinct.authorization))
    if (equals(credentials, Buffer.from(`${username}:${password}`))) found.push('basic')
  }
  if (proofs.query !== null) {
    const { name, value } = proofs.query
    const given = onlyOne(query.filter((pair) => pair[0] === name).map((pair) => pair[1]))
    if (equals(given === null ? null : Buffer.from(given), Buffer.from(value))) found.push('query')
  }
  return found[0] ?? null
}

function holdsHeader(
  proof: HeaderProof,
  request: Pick<IncomingMessage, 'headersDistinct'>,
  nowMs: number,
): boolean {
  const given = onlyOne(request.headersDistinct[proof.name.toLowerCase()])
  // Node reads header bytes as latin1; the configured text was sent as UTF-8.
  const bytes = given === null ? null : Buffer.from(given, 'latin1')
  const isCurrent = equals(bytes, Buffer.from(proof.value))
  const { previous } = proof
  const isPrevious =
    previous != null && equals(bytes, Buffer.from(previous.value)) && nowMs < Date.parse(previous.until)
  return isCurrent || isPrevious
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

/** `timingSafeEqual` wants equal lengths, and a length is a secret too: digests are compared. */
export function equals(given: Buffer | null, expected: Buffer): boolean {
  const isSame = timingSafeEqual(digest(given ?? Buffer.alloc(0)), digest(expected))
  return isSame && given !== null
}

function digest(bytes: Buffer): Buffer {
  return hash('sha256', bytes, 'buffer')
}
