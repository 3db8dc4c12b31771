import type { Proofs } from '../../shared/settings.ts'

/** What a sender adds to prove itself: headers, or a query parameter where only that is configured. */
export interface ProofToSend {
  headers: [name: string, value: string][]
  query: [name: string, value: string][]
}

/** The simplest of the configured proofs; nothing where none is configured. */
export function proofToSend({ header, basic, query }: Proofs): ProofToSend {
  if (header !== null) return { headers: [[header.name, header.value]], query: [] }
  if (basic !== null) {
    const pair = Buffer.from(`${basic.username}:${basic.password}`).toString('base64')
    return { headers: [['authorization', `Basic ${pair}`]], query: [] }
  }
  return { headers: [], query: query === null ? [] : [[query.name, query.value]] }
}

export function withQuery(url: string, query: [name: string, value: string][]): string {
  const address = new URL(url)
  for (const [name, value] of query) address.searchParams.append(name, value)
  return address.href
}
