import type { Proofs } from '../../../shared/settings.ts'
import { hasProof } from '../../listener/proofs.ts'
import { type Finding, fail, ok, warn } from '../finding.ts'

const shortBelow = 16
const monotonousBelow = 6

/** Whether the door has a lock, and one worth the name. */
export function examineProofs(proofs: Proofs): Finding[] {
  if (!hasProof(proofs)) {
    return [
      fail(
        'proofs',
        'No secret is set, so every delivery is answered 503 and nothing is kept. Set proofs.header in settings.json: a name such as "x-ringtray-token" and a value of 32 random characters.',
      ),
    ]
  }
  const findings = [...weakSecrets(proofs), ...unluckyPlaces(proofs)]
  return findings.length > 0
    ? findings
    : [ok('proofs', 'Nobody gets in without the secret, and it cannot be guessed.')]
}

function weakSecrets({ header, basic, query }: Proofs): Finding[] {
  const secrets = [
    ['proofs.header.value', header?.value],
    ['proofs.basic.password', basic?.password],
    ['proofs.query.value', query?.value],
  ] as const
  return secrets.flatMap(([where, secret]) => {
    if (secret === undefined || !isWeak(secret)) return []
    return [
      warn(
        'proofs',
        `${where} in settings.json can be guessed. Make it at least ${shortBelow} random characters, and paste the new one into MyOperator’s panel.`,
      ),
    ]
  })
}

function isWeak(secret: string): boolean {
  return secret.length < shortBelow || new Set(secret).size < monotonousBelow
}

/** Where a secret meets programs that write it down or take it away. */
function unluckyPlaces({ header, query }: Proofs): Finding[] {
  const findings: Finding[] = []
  if (header !== null && taken.includes(header.name.toLowerCase())) {
    findings.push(
      warn(
        'proofs',
        `Proxies use the header ${header.name} themselves and may change it. Choose a name of your own, such as "x-ringtray-token".`,
      ),
    )
  }
  if (query !== null) {
    findings.push(
      warn(
        'proofs',
        `proofs.query stands in the address, which proxies write into their logs. A header is safer.`,
      ),
    )
  }
  return findings
}

const taken = ['authorization', 'cookie', 'proxy-authorization', 'x-forwarded-for', 'host']
