import { refuse, say } from '../terminal/say.ts'
import { installWithApt } from './apt.ts'
import { findMissing, hasProgram, type Missing, type Purpose } from './requirements.ts'
import { disableServices, servicesStartedBy } from './services.ts'

/** Installs what is missing where that is ours to do (root, apt), else prints the command that does and stops. */
export async function ensurePackages(purpose: Purpose): Promise<void> {
  const missing = await findMissing(purpose)
  if (missing.length === 0) return
  const packages = packageNames(missing)
  if (!hasProgram('apt-get'))
    refuse(`Please install first, with this system's package manager: ${listOf(missing)}.`)

  if (process.getuid?.() !== 0) refuse(`Missing on this machine: ${listOf(missing)}.`, sudoCommand(packages))
  say(`Installing with apt: ${packages.join(' ')} …`)
  const failure = await installWithApt(packages)
  if (failure !== null)
    refuse(`${failure}\n\napt could not install what is missing: ${listOf(missing)}.`, sudoCommand(packages))
  await disableServices(packages)
  const stillMissing = await findMissing(purpose)
  if (stillMissing.length > 0) refuse(`apt has run, but this is still missing: ${listOf(stillMissing)}.`)
}

function sudoCommand(packages: string[]): string {
  const install = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`
  const services = servicesStartedBy(packages)
  return services.length === 0 ? install : `${install} && sudo systemctl disable --now ${services.join(' ')}`
}

function listOf(missing: Missing[]): string {
  return missing.map(({ what }) => what).join(', ')
}

function packageNames(missing: Missing[]): string[] {
  return [...new Set(missing.flatMap(({ packages }) => packages))].map(nameOnThisRelease)
}

/** Debian 13 and Ubuntu 24.04 (C library 2.39 and up) renamed libraries for 64-bit time; not every old name still leads there. */
function nameOnThisRelease(name: string): string {
  if (!['libgtk-3-0', 'libasound2'].includes(name)) return name
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  const minor = Number(header.glibcVersionRuntime?.split('.')[1] ?? 0)
  return minor >= 39 ? `${name}t64` : name
}
