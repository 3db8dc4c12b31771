/**
 * `npm test [-- vitest arguments]`: prepares what the selected tests need, runs them, and ends with one plain line,
 * `N passed, N failed`.
 */
import { parseCLI, startVitest } from 'vitest/node'
import { buildApp } from './app/build.ts'
import { ensurePackage } from './app/ensure-package.ts'
import { openTestSurroundings, type Surroundings } from './app/surroundings.ts'
import { ensurePackages } from './machine/ensure-packages.ts'
import { nothing } from './machine/requirements.ts'
import { root } from './root.ts'
import { say } from './terminal/say.ts'
import { whenParentEnds } from './terminal/when-parent-ends.ts'
import { countTests } from './test/count-tests.ts'
import { preparationFor } from './test/selection.ts'

whenParentEnds(() => process.exit(143))
const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const { desktop, packaged, ssh, proxy, bus } = preparationFor(filter, [options.project ?? []].flat())

await ensurePackages({ ...nothing, sshTests: ssh, proxyTests: proxy, busTests: bus })
const surroundings = desktop ? await prepareDesktop() : null
const vitest = await startVitest('test', filter, { ...options, root, run: true, watch: false })
const { passed, failed } = countTests(vitest)
await surroundings?.close()

// vitest also fails for what is no test's fault, such as a filter that fits nothing.
const failures = failed === 0 && process.exitCode ? 1 : failed
process.stdout.write(`${passed} passed, ${failures} failed\n`)
process.exit(failures > 0 ? 1 : 0)

async function prepareDesktop(): Promise<Surroundings> {
  const prepared = await openTestSurroundings()
  await buildApp(prepared.runtime)
  if (packaged) process.env.RINGTRAY_PACKAGED_PATH = await ensurePackage(prepared.runtime)
  for (const name of ['WAYLAND_DISPLAY', 'SESSION_MANAGER', 'NOTIFY_SOCKET']) delete process.env[name]
  Object.assign(process.env, prepared.env)
  if (prepared.env.DISPLAY) say('Desktop tests run on an invisible screen, with a session bus of their own.')
  return prepared
}
