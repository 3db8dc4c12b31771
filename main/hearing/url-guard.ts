import type { UrlChange } from '../../shared/hearing.ts'

export interface WebhookUrls {
  /** The public URL of the webhook now; null: there is none. */
  url: string | null
  /** The one that the last real webhook came by, kept in `heard.json`; null: none ever came. */
  heardOn: string | null
}

/** The new address and the old one, while calls may still be sent to an address that is no longer ours. */
export function guardUrl({ url, heardOn }: WebhookUrls): UrlChange | null {
  if (url === null || heardOn === null || isSameAddress(url, heardOn)) return null
  return { heardOn, url }
}

/**
 * By which address a real webhook came. `requestHost`: what it says in `Host`, where a tunnel passes that on. A proxy
 * that writes its own there tells nothing, and the current address is believed.
 */
export function addressHeardOn({ url, heardOn }: WebhookUrls, requestHost: string | null): string | null {
  const isStillOld =
    heardOn !== null &&
    url !== null &&
    requestHost !== null &&
    new URL(heardOn).host === requestHost.toLowerCase() &&
    new URL(url).host !== requestHost.toLowerCase()
  return isStillOld ? heardOn : (url ?? heardOn)
}

/** Scheme, host, port and path; a query may hold a proof and is nobody's business here. */
function isSameAddress(a: string, b: string): boolean {
  const [one, other] = [new URL(a), new URL(b)]
  const path = ({ pathname }: URL) => pathname.replace(/\/$/, '')
  return one.origin === other.origin && path(one) === path(other)
}
