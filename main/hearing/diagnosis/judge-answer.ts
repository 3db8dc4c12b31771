import type { ProbeReply } from '../probe/probe-desk.ts'
import type { Answer } from './ask.ts'
import type { Finding } from './findings.ts'
import { isRedirect, signInPage } from './sign-in-page.ts'

/**
 * What an answer at our public address says. `reply`: what it says as a Ringtray's; null where it is none. Read from
 * the top: the first that fits decides.
 */
export function judgeAnswer(answer: Answer, reply: ProbeReply | null, headerName: string | null): Finding {
  if (reply !== null) return judgeReply(reply, headerName)
  return judgeNgrok(answer) ?? judgeCloudflare(answer) ?? judgeSignIn(answer) ?? judgeStatus(answer)
}

function judgeReply(reply: ProbeReply, headerName: string | null): Finding {
  if (reply.from === 'another-ringtray') return { code: 'another-ringtray' }
  const { header } = reply
  if ((header === 'missing' || header === 'changed') && headerName !== null) {
    return { code: 'header-stripped', report: header, headerName }
  }
  return { code: 'proven' }
}

/** The account's bandwidth, connections, HTTP requests and HTTP connections of the month. */
const ngrokMonthly = ['725', '726', '727', '728']
/** It reached the agent, and the agent did not reach us. */
const ngrokNotListening = ['3004', '3006', '8012']

/** ngrok names its errors in a header, and on its pages. */
function judgeNgrok({ status, headers, body }: Answer): Finding | null {
  const header = headers['ngrok-error-code']
  const code = /ERR_NGROK_(\d+)/.exec(typeof header === 'string' ? header : status < 400 ? '' : body)?.[1]
  if (code === undefined) return null
  if (ngrokMonthly.includes(code)) return { code: 'quota-used-up' }
  if (code === '6024') return { code: 'blocked-in-front', by: 'ngrok-warning' }
  if (ngrokNotListening.includes(code)) return { code: 'app-not-listening' }
  if (status === 429) return { code: 'rate-limited' }
  if (status === 401 || status === 403) return { code: 'blocked-in-front', by: 'refusal' }
  return { code: 'tunnel-down' }
}

const challengeMarkup = /\/cdn-cgi\/challenge-platform\/|_cf_chl_opt|cf-browser-verification/

/** Challenges carry `cf-mitigated: challenge`; 520 to 530 are Cloudflare's own (530 with 1033: no tunnel). */
function judgeCloudflare({ status, headers, body }: Answer): Finding | null {
  const isChallenge =
    headers['cf-mitigated'] === 'challenge' ||
    ((status === 403 || status === 503) && challengeMarkup.test(body))
  if (isChallenge) return { code: 'blocked-in-front', by: 'bot-check' }
  if (status === 525 || status === 526) return { code: 'tls-wrong', because: 'broken' }
  return status >= 520 && status <= 530 ? { code: 'tunnel-down' } : null
}

/** Who answers with a certificate of our name is no Wi-Fi: that page belongs to what stands in front of us. */
function judgeSignIn(answer: Answer): Finding | null {
  const page = signInPage(answer)
  if (page === null) return null
  const isOurs = answer.url.protocol === 'https:'
  return isOurs ? { code: 'blocked-in-front', by: 'sign-in' } : { code: 'wifi-sign-in', page }
}

function judgeStatus({ status }: Answer): Finding {
  if (isRedirect(status)) return { code: 'somebody-else' }
  switch (status) {
    case 401:
    case 407:
      return { code: 'blocked-in-front', by: 'sign-in' }
    case 403:
      return { code: 'blocked-in-front', by: 'refusal' }
    case 429:
      return { code: 'rate-limited' }
    case 502:
    case 503:
    case 504:
      return { code: 'tunnel-down' }
    default:
      return { code: 'somebody-else' }
  }
}
