import { webhookPath } from '../listener/webhook-app.ts'

/**
 * What is pasted into MyOperator's panel, from an address as people write it; null where no webhook could or should
 * come that way: the proof would cross the net in the clear, or stand in the address itself.
 */
export function readPublicUrl(text: unknown): string | null {
  if (typeof text !== 'string' || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) return null
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null
  const path = url.pathname.replace(/\/+$/, '')
  url.pathname = path.endsWith(webhookPath) ? path : `${path}${webhookPath}`
  return url.href
}

export const publicUrlWanted = 'an address that begins with https://, without a question mark'

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
