import type { ProbeFinding } from '../../../shared/hearing.ts'
import type { Probe, ProbeDesk } from '../probe/probe-desk.ts'
import type { Ask, Outcome } from './ask.ts'
import { describeFinding, type Finding } from './findings.ts'
import { judgeAnswer } from './judge-answer.ts'
import { judgeFailure } from './judge-failure.ts'
import { signInPage } from './sign-in-page.ts'

export interface DiagnoseOptions {
  desk: Pick<ProbeDesk, 'issue'>
  ask: Ask
  /** Where `http` of a name is served; another port in tests only. */
  plainPort?: number
}

export interface Addresses {
  /** The webhook's public URL. */
  publicUrl: string
  /** The same on this computer; null while nothing listens. */
  localUrl: string | null
  headerName: string | null
}

/**
 * Sends a probe to our own public address and says what is in its way, if anything. Costs that address one request.
 * What is wrong at home is looked for first where the probe does not come back: it would explain everything else.
 */
export function createDiagnose({ desk, ask, plainPort = 80 }: DiagnoseOptions) {
  return async function diagnose(addresses: Addresses): Promise<ProbeFinding> {
    return describeFinding(await find(addresses))
  }

  async function find({ publicUrl, localUrl, headerName }: Addresses): Promise<Finding> {
    if (localUrl === null) return { code: 'app-not-listening' }
    const { finding, outcome } = await probeAt(publicUrl, headerName)
    if (finding.code === 'proven' || finding.code === 'header-stripped') return finding
    const { finding: atHome } = await probeAt(localUrl, headerName)
    if (atHome.code !== 'proven') return { code: 'app-not-listening' }
    return (await findWifi(outcome)) ?? finding
  }

  async function probeAt(webhookUrl: string, headerName: string | null) {
    const probe = desk.issue({ headerName })
    const outcome = await send(probe, webhookUrl)
    const finding =
      outcome.kind === 'answer'
        ? judgeAnswer(outcome, probe.read(outcome.body), headerName)
        : judgeFailure(outcome.code)
    return { finding, outcome }
  }

  function send({ addressAt, headers }: Probe, webhookUrl: string): Promise<Outcome> {
    return ask({ url: new URL(addressAt(webhookUrl)), method: 'POST', headers })
  }

  /**
   * A Wi-Fi that wants a sign-in cannot answer https in our name: the certificate is wrong, or nothing comes. Asked
   * for the same name without TLS, and for nothing else, it shows its page.
   */
  async function findWifi(outcome: Outcome): Promise<Finding | null> {
    if (outcome.kind === 'answer' || outcome.url.protocol !== 'https:') return null
    const url = new URL(`http://${outcome.url.hostname}:${plainPort}/`)
    const plain = await ask({ url, method: 'GET', headers: [] })
    const page = plain.kind === 'answer' ? signInPage(plain) : null
    return page === null ? null : { code: 'wifi-sign-in', page }
  }
}

export type Diagnose = ReturnType<typeof createDiagnose>
