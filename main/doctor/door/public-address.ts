import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TunnelSettings } from '../../../shared/tunnel.ts'
import { errorCode } from '../../errors.ts'
import { describeFinding } from '../../hearing/diagnosis/findings.ts'
import { judgeFailure } from '../../hearing/diagnosis/judge-failure.ts'
import { readPublicUrl } from '../../tunnel/public-url.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'

const patienceMs = 10_000
/** Refused, or asked in a way that a webhook is not: either is our own door's word. */
const ourAnswers = [401, 405, 429, 503]

/** Whether our own door answers at the public address of a running app. */
export async function examinePublicAddress(dir: string, tunnel: TunnelSettings): Promise<Finding[]> {
  const url = await publicUrlOf(dir, tunnel)
  if (url === null) {
    return [
      warn(
        'public address',
        'The public address is known once a call has come in by it. The set-up shows it.',
      ),
    ]
  }
  try {
    return [judgeHead(url, await ask(url))]
  } catch (error) {
    const code = errorCode(error instanceof Error ? error.cause : null) ?? errorCode(error) ?? 'UNKNOWN'
    return [fail('public address', `${url}: ${describeFinding(judgeFailure(code)).sentence}`)]
  }
}

/** HEAD: our door answers it before it looks for a secret, so that nothing is counted as refused. */
function ask(url: string): Promise<Response> {
  return fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
}

function judgeHead(url: string, { status, headers }: Response): Finding {
  if (status === 405 && headers.get('allow') === 'GET, POST') {
    return ok('public address', `Ringtray answers at ${url}.`)
  }
  if (ourAnswers.includes(status)) {
    return warn(
      'public address',
      `Something answers at ${url} as Ringtray would (${status}), though not quite. Test the way in from the set-up.`,
    )
  }
  return fail(
    'public address',
    `At ${url} something else answers (${status}), so calls end there. Look at the way in, and at what it passes requests on to.`,
  )
}

/** As it is set; else the one that the last call came by. */
async function publicUrlOf(dir: string, tunnel: TunnelSettings): Promise<string | null> {
  if ('url' in tunnel) return readPublicUrl(tunnel.url)
  try {
    const heard = JSON.parse(await readFile(join(dir, 'heard.json'), 'utf8')) as { heardOn?: unknown } | null
    return readPublicUrl(heard?.heardOn)
  } catch {
    return null
  }
}
