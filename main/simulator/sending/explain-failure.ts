import type { SentStep } from './send-step.ts'

/** What happened, what it means and what to do; null where the delivery was taken. Never shows a secret. */
export function explainFailure(
  { status, fault }: Pick<SentStep, 'status' | 'fault'>,
  url: string,
): string | null {
  const place = withoutSecrets(url)
  if (status === null) return explainSilence(fault, place)
  if (status >= 200 && status < 300) return null
  switch (status) {
    case 401:
      return `${place} refused the call (401): the secret sent with it is not the one set there. Nothing was stored. Give the header that stands in settings.json under "proofs" with --header 'name: value', or let --data find it.`
    case 503:
      return `${place} could not keep the call (503): no secret is set there yet, or its disk cannot be written. Nothing was stored. Run \`ringtray doctor\` on that computer: it says which, and what to do.`
    case 404:
    case 405:
      return `${place} answered, but takes no webhooks there (${status}). Nothing was stored. Check the address: it usually ends in /webhook.`
    default:
      return `${place} did not take the call (${status}). It may be another program than Ringtray. Check the address and the port.`
  }
}

function explainSilence(fault: SentStep['fault'], place: string): string {
  switch (fault) {
    case 'ECONNREFUSED':
      return `Nobody listens at ${place}, so the call was not delivered. Start Ringtray, or \`ringtray serve\`, and check the port.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${place} is not known, so the call was not delivered. Check how the address is spelt and whether this computer is online.`
    case 'timeout':
      return `${place} took the connection but did not answer in time; the call may or may not be stored. See whether that computer is busy or asleep, and try again.`
    default:
      return `The connection to ${place} broke (${fault ?? 'no reason given'}); the call may or may not be stored. See whether Ringtray is still running there, and try again.`
  }
}

/** A proof can stand in the query, or before the host. */
function withoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}
