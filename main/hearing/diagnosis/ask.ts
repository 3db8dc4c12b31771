import { type IncomingHttpHeaders, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { LookupFunction } from 'node:net'
import { errorCode } from '../../errors.ts'

/** What became of one request. */
export type Outcome = Answer | Failure

export interface Answer {
  kind: 'answer'
  url: URL
  status: number
  headers: IncomingHttpHeaders
  /** Its first 16 KB, a byte per character. */
  body: string
}

export interface Failure {
  kind: 'failure'
  url: URL
  /** Node's, the system's or OpenSSL's; `TIMEOUT` is ours. */
  code: string
}

export interface Request {
  url: URL
  method: 'GET' | 'POST'
  headers: [name: string, value: string][]
}

export interface AskOptions {
  /** Resolves names; the system's where left away. */
  lookup?: LookupFunction
  /** Certificates to trust, PEM; Node's own where left away. */
  ca?: string[]
  /** From the first packet to the last byte that is read. */
  patienceMs: number
}

export type Ask = (request: Request) => Promise<Outcome>

const mostBytes = 16 * 1024

/** One request on a connection of its own, bounded in time and bytes. Follows nothing and never rejects. */
export function createAsk({ lookup, ca, patienceMs }: AskOptions): Ask {
  return ({ url, method, headers }) =>
    new Promise((resolve) => {
      const failed = (code: string) => resolve({ kind: 'failure', url, code })
      const send = url.protocol === 'https:' ? requestSecure : requestPlain
      const request = send(url, {
        agent: false,
        method,
        headers: {
          accept: '*/*',
          'accept-encoding': 'identity',
          'user-agent': 'Ringtray',
          ...(method === 'POST' && { 'content-length': 0 }),
          ...Object.fromEntries(headers),
        },
        ...(lookup && { lookup }),
        ...(ca && { ca }),
      })
      const deadline = setTimeout(() => {
        failed('TIMEOUT')
        request.destroy()
      }, patienceMs)
      request.once('close', () => {
        clearTimeout(deadline)
        failed('ECONNRESET')
      })
      request.on('error', (error) => failed(errorCode(error) ?? 'UNKNOWN'))
      request.once('response', (response) => {
        const chunks: Buffer[] = []
        let length = 0
        const done = () => {
          const body = Buffer.concat(chunks).toString('latin1', 0, mostBytes)
          resolve({ kind: 'answer', url, status: response.statusCode ?? 0, headers: response.headers, body })
          request.destroy()
        }
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          length += chunk.length
          if (length >= mostBytes) done()
        })
        response.once('end', done)
        // A body cut short: what came before says enough.
        response.on('error', done)
      })
      request.end()
    })
}
