import { runQuietly } from '../terminal/run-quietly.ts'

/**
 * Chromium's sandbox refuses root and needs user namespaces. Where it cannot work it is switched off, with a variable
 * that only our scripts set: for development and tests, never in a release.
 */
export async function sandboxEnvironment(): Promise<Record<string, string>> {
  if (process.platform !== 'linux') return {}
  const isRoot = process.getuid?.() === 0
  // Mapping a user is what restricted systems forbid; making the bare namespace may still pass there.
  const works = !isRoot && (await runQuietly('unshare', ['--user', '--map-root-user', 'true'])).code === 0
  return works ? {} : { ELECTRON_DISABLE_SANDBOX: '1' }
}
