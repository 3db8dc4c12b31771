import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { minuteMs, secondMs } from '../../../shared/time.ts'
import { formatReply, type HeaderReport, readReply } from './reply.ts'
import { createSigner } from './signer.ts'
import { formatToken, nonceBytes, parseToken, type SentToken } from './token.ts'

/**
 * Issues the probes that this Ringtray sends to its own public address, and answers them as they come back in. A
 * probe is signed, good for one arrival within half a minute, and knows nothing of the webhook's secret.
 *
 * The keys are made anew at every start, and the public one is what tells this Ringtray from all others. A shared
 * key could not: another computer that holds our address must be able to say, signed, that it is not us, though the
 * two have no secret in common. Whoever sends anything else than such a probe learns nothing.
 */
export interface ProbeDesk {
  issue(carrier: ProofCarrier): Probe
  /** The signed answer to a probe that came in; null: it is none, it is late, or it has been here before. */
  accept(token: string, request: Pick<IncomingMessage, 'headersDistinct'>): string | null
}

/** Where the webhook's proof travels: the probe carries something harmless in the same place. */
export interface ProofCarrier {
  /** `authorization` for Basic; null where only a query proof is configured. */
  headerName: string | null
}

export interface Probe {
  /** The webhook's own address with the probe in its query: what is proven is the very path of a call. */
  addressAt(webhookUrl: string): string
  headers: [name: string, value: string][]
  /** Who answered; null where the answer is no Ringtray's. */
  read(body: string): ProbeReply | null
}

export type ProbeReply = { from: 'us'; header: HeaderReport } | { from: 'another-ringtray' }

export const probeParameter = 'ringtray-probe'

const livesMs = 30 * secondMs
/** Another computer's clock may be so far off. */
const clockToleranceMs = 5 * minuteMs
/** Another Ringtray asks once in minutes; a stranger shall not keep us busy with signatures. */
const betweenStrangersMs = secondMs
/** A forged one costs a look at its signature, but must not stand in a real one's way for long. */
const betweenTriesMs = 20

interface Issued {
  expiresMs: number
  headerName: string | null
  value: string
}

export function createProbeDesk({ now }: { now(): number }): ProbeDesk {
  const signer = createSigner()
  const issued = new Map<string, Issued>()
  const answered = new Map<string, number>()
  let strangerMs = Number.NEGATIVE_INFINITY
  let triedMs = Number.NEGATIVE_INFINITY

  function forgetExpired(nowMs: number) {
    for (const [nonce, { expiresMs }] of issued) if (expiresMs < nowMs) issued.delete(nonce)
    for (const [nonce, expiresMs] of answered) if (expiresMs < nowMs) answered.delete(nonce)
  }

  /** A token whose nonce is not waited for costs no look at its signature. */
  function acceptOwn(token: SentToken, headersDistinct: IncomingMessage['headersDistinct']): string | null {
    const nonce = token.nonce.toString('hex')
    const found = issued.get(nonce)
    if (found === undefined || !token.isGenuine()) return null
    issued.delete(nonce)
    const isLate = now() > found.expiresMs
    return isLate ? null : formatReply(reportHeader(found, headersDistinct), token.nonce, signer)
  }

  function acceptStranger(token: SentToken): string | null {
    const nowMs = now()
    forgetExpired(nowMs)
    const nonce = token.nonce.toString('hex')
    if (Math.abs(token.expiresMs - nowMs) > clockToleranceMs || answered.has(nonce)) return null
    if (Math.abs(nowMs - strangerMs) < betweenStrangersMs) return null
    if (Math.abs(nowMs - triedMs) < betweenTriesMs) return null
    triedMs = nowMs
    if (!token.isGenuine()) return null
    strangerMs = nowMs
    answered.set(nonce, nowMs + 2 * clockToleranceMs)
    return formatReply('not-asked', token.nonce, signer)
  }

  return {
    issue({ headerName }) {
      const nowMs = now()
      forgetExpired(nowMs)
      const nonce = randomBytes(nonceBytes)
      const expiresMs = nowMs + livesMs
      const token = formatToken({ expiresMs, nonce }, signer)
      const value = harmlessValue(headerName)
      issued.set(nonce.toString('hex'), { expiresMs, headerName, value })
      return {
        addressAt(webhookUrl) {
          const address = new URL(webhookUrl)
          address.searchParams.set(probeParameter, token)
          return address.href
        },
        headers: headerName === null ? [] : [[headerName, value]],
        read(body) {
          const reply = readReply(body, nonce)
          if (reply === null) return null
          const isUs = reply.instance.equals(signer.instance)
          return isUs ? { from: 'us', header: reply.header } : { from: 'another-ringtray' }
        },
      }
    },
    accept(text, { headersDistinct }) {
      const token = parseToken(text)
      if (token === null) return null
      const isOwn = token.instance.equals(signer.instance)
      return isOwn ? acceptOwn(token, headersDistinct) : acceptStranger(token)
    },
  }
}

/** What a proxy that understands the header would let pass, and what no door would. */
function harmlessValue(headerName: string | null): string {
  const text = `ringtray-probe-${randomBytes(4).toString('hex')}`
  const isBasic = headerName?.toLowerCase() === 'authorization'
  return isBasic ? `Basic ${Buffer.from(`${text}:`).toString('base64')}` : text
}

/** Twice is as wrong as otherwise: the door refuses such a delivery. */
function reportHeader(
  { headerName, value }: Issued,
  headersDistinct: IncomingMessage['headersDistinct'],
): HeaderReport {
  if (headerName === null) return 'not-asked'
  const given = headersDistinct[headerName.toLowerCase()] ?? []
  if (given.length === 0) return 'missing'
  return given.length === 1 && given[0] === value ? 'arrived' : 'changed'
}
