import type { Settings } from '../../shared/settings.ts'
import { proofToSend, withQuery } from '../listener/proof-headers.ts'
import { headerLine } from '../set-up/header-line.ts'

/** What a terminal is told at the start: where, with what, and a call that can be pasted and rings at every paste. */
export function welcomeLines(url: string, settings: Settings): string[] {
  const { header } = settings.proofs
  return [
    `Ringtray listens on ${url}`,
    header === null
      ? 'No header is set in settings.json.'
      : `Header for MyOperator's panel: ${headerLine(header)}`,
    'A call to try, as often as you like:',
    curlCommand(url, settings),
  ]
}

/** The shell computes uid and time: a call that is minutes old would be kept, but it would not ring. */
export function curlCommand(url: string, { proofs, me }: Settings): string {
  const { headers, query } = proofToSend(proofs)
  const log = {
    uid: 'n1.$(date +%s).$$',
    call_state: '5',
    event: '1',
    clid: '+919823045678',
    rdnis: '911140000000',
    users: [(me[0] ?? '+918586848544').replace('+', '')],
    department_name: 'Sales',
    created: "$(date -u '+%Y-%m-%d %H:%M:%S')",
  }
  const json = JSON.stringify(log).replaceAll('"', '\\"')
  const proof = headers.map(([name, value]) => ` -H ${singleQuoted(`${name}: ${value}`)}`).join('')
  return `curl -sS -w '%{http_code}\\n'${proof} --data-urlencode "myoperator=${json}" ${singleQuoted(withQuery(url, query))}`
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
