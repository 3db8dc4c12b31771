import type { ArrivedDelivery } from '../../shared/kept-delivery.ts'

/** A delivery for somebody who can help: which fields there are and how they look, and nobody's number or words. */
export function maskedReport({ method, verdict, reason, query, body }: ArrivedDelivery): string {
  const head = `${method}, ${verdict}${reason === null ? '' : ` (${reason})`}`
  const parameters = query.map(([name, value]) => `${name}=${mask(value)}`)
  return [head, ...parameters, maskBody(body)].filter((line) => line !== '').join('\n')
}

/** Keys are the provider's; values are people's. */
function maskBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), (_key, value) => (isLeaf(value) ? maskLeaf(value) : value), 2)
  } catch {
    return mask(body)
  }
}

function isLeaf(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function maskLeaf(value: string | number): string | number {
  return typeof value === 'string' ? mask(value) : Number(mask(String(value))) || 0
}

/** A code such as `1` or `24` says nothing about anybody and is what a helper needs; all else keeps only its form. */
function mask(text: string): string {
  if (/^\d{0,2}$/.test(text)) return text
  return text.replaceAll(/\p{L}\p{M}*/gu, 'x').replaceAll(/\p{N}/gu, '0')
}
