import { SpokenError } from '../../errors.ts'
import type { Step } from '../step.ts'

export interface Target {
  /** Query parameters that are already in it are sent with every delivery; `user:password@` is sent as Basic. */
  url: string
  headers: [name: string, value: string][]
}

// What `URL`, `Headers` and `Request` throw repeats the text they were given, secrets included: hence words of our
// own and no `cause`.
export function createRequest(step: Step, target: Target): Request {
  const address = addressOf(target.url)
  const headers = headersOf(target.headers)
  if (address.username !== '' || address.password !== '') {
    const pair = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`
    headers.set('authorization', `Basic ${Buffer.from(pair).toString('base64')}`)
    address.username = ''
    address.password = ''
  }
  for (const [name, value] of step.query) address.searchParams.append(name, value)
  if (step.contentType !== null) headers.set('content-type', step.contentType)
  return new Request(address, {
    method: step.method,
    headers,
    body: step.method === 'GET' ? null : step.body,
    // A redirect is an answer to be shown, not to be followed with the secret in a header.
    redirect: 'manual',
  })
}

function addressOf(url: string): URL {
  const address = URL.parse(url)
  if (address?.protocol === 'http:' || address?.protocol === 'https:') return address
  throw new SpokenError(
    'The address is no web address, so nothing was sent. Write it in full, such as http://127.0.0.1:7464/webhook.',
    { exitCode: 2 },
  )
}

function headersOf(pairs: Target['headers']): Headers {
  const headers = new Headers()
  for (const [index, [name, value]] of pairs.entries()) {
    try {
      headers.append(name, value)
    } catch {
      throw new SpokenError(
        `Header ${index + 1} cannot be sent over HTTP, so nothing was sent. Write it as 'name: value', in Latin letters and without line breaks.`,
        { exitCode: 2 },
      )
    }
  }
  return headers
}
