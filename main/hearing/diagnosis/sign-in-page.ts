import { isLoopback } from '../../tunnel/public-url.ts'
import type { Answer } from './ask.ts'

/** More than any portal needs. */
const longestUrl = 2_000

/**
 * The page that a Wi-Fi shows in place of what was asked for, where an answer is one: a redirect (or an HTML page that
 * says so) to another host, status 511 (RFC 6585), or a WISPr notice. Null for any other answer.
 */
export function signInPage({ url, status, headers, body }: Answer): string | null {
  const isPage = /html/i.test(headers['content-type'] ?? '')
  const target = isRedirect(status) ? headers.location : isPage ? refreshTarget(body) : undefined
  const foreign = foreignUrl(target, url)
  if (foreign !== null) return foreign
  const says = status === 511 || (isPage && body.includes('<WISPAccessGatewayParam'))
  return says ? `http://${url.host}/` : null
}

export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function refreshTarget(body: string): string | undefined {
  const refresh = /<meta[^>]{0,200}http-equiv\s*=\s*["']?refresh["']?[^>]{0,2000}>/i.exec(body)?.[0]
  return refresh === undefined ? undefined : /url\s*=\s*["']?([^"'>\s]+)/i.exec(refresh)?.[1]
}

/** Absolute, http(s), and neither the asked host nor one above or below it. */
function foreignUrl(target: string | undefined, asked: URL): string | null {
  if (target === undefined || target.length > longestUrl || !URL.canParse(target, asked)) return null
  const url = new URL(target, asked)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  // Not what a portal has: this computer itself, or an address that looks like another.
  if (url.username !== '' || url.password !== '' || isLoopback(url.hostname)) return null
  const [a, b] = [url.hostname, asked.hostname]
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`) ? null : url.href
}
