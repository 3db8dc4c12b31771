import { existsSync } from 'node:fs'
import { runQuietly } from '../terminal/run-quietly.ts'
import { say } from '../terminal/say.ts'

/** What a package starts, at once and at every boot, where its program alone is wanted. */
const services: Record<string, string[]> = {
  nginx: ['nginx.service'],
  caddy: ['caddy.service'],
  'openssh-server': ['ssh.service', 'ssh.socket'],
}

/** None where systemd does not run the machine, as in most containers: there nothing is started. */
export function servicesStartedBy(packages: string[]): string[] {
  return existsSync('/run/systemd/system') ? packages.flatMap((name) => services[name] ?? []) : []
}

/** Packages that were not there before: nobody uses their services, and nobody expects an open port from a test. */
export async function disableServices(packages: string[]): Promise<void> {
  const started = servicesStartedBy(packages)
  if (started.length === 0) return
  say(`Switching off again what came with them: ${started.join(' ')}`)
  // One by one: not every release has all of them.
  for (const service of started) await runQuietly('systemctl', ['disable', '--now', service])
}
