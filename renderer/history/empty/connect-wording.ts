import { safeText } from '../../../shared/safe-text.ts'
import type { Status } from '../../../shared/status.ts'
import type { Clock } from '../../wording/clock.ts'

/** The panel's form, its secret as dots: a window never holds it. */
export function headerLine(name: string): string {
  return `["${safeText(name)}: ••••••••"]`
}

export function isLocalAddress(webhookUrl: string): boolean {
  const host = URL.parse(webhookUrl)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** While nothing was ever heard, a refused delivery most likely is MyOperator's with a wrong secret. */
export function refusedSentence({ refused, heardAt }: Status, clock: Clock): string | null {
  if (heardAt !== null || refused.count === 0) return null
  const at = refused.lastAt === null ? '' : `At ${clock.time(refused.lastAt)} `
  const what = `${at}a delivery arrived with a wrong secret and was refused.`
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} Copy the header once more and paste it into the panel.`
}
