import type { Call } from '../../../shared/call.ts'
import { run } from '../program.ts'

/** What `ringtray calls --format json` prints, beside the running app. */
export async function callsOf(dir: string, ...args: string[]): Promise<Call[]> {
  const { code, stdout, stderr } = await run('calls', '--data', dir, '--format', 'json', ...args)
  if (code !== 0) throw new Error(`ringtray calls ended with ${code}: ${stderr}`)
  return JSON.parse(stdout) as Call[]
}
