import type { ProbeCode, ProbeFinding } from '../../shared/hearing.ts'
import { describeError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Addresses, Diagnose } from './diagnosis/diagnose.ts'

/** What probes have shown of the way from our public address back to us. */
export interface Path {
  /** Sends one now; null where there is no address. A finding about an address that has changed meanwhile is dropped. */
  probe(): Promise<ProbeFinding | null>
  finding(): ProbeFinding | null
  /** When a probe last came back. */
  provenMs(): number | null
  /** When the last probe went out. */
  probedMs(): number | null
}

export interface PathOptions {
  diagnose: Diagnose
  addresses(): Omit<Addresses, 'publicUrl'> & { publicUrl: string | null }
  now(): number
  log: Log
}

/** Findings with which no call arrives either. The others may be true of this computer's own requests only. */
const deafening: readonly ProbeCode[] = [
  'app-not-listening',
  'tunnel-down',
  'dns-missing',
  'somebody-else',
  'another-ringtray',
  'wifi-sign-in',
  'quota-used-up',
  'offline',
]

export function isDeafening(finding: ProbeFinding | null): boolean {
  return finding !== null && deafening.includes(finding.code)
}

export function createPath({ diagnose, addresses, now, log }: PathOptions): Path {
  let finding: ProbeFinding | null = null
  let provenMs: number | null = null
  let probedMs: number | null = null

  return {
    async probe() {
      const { publicUrl, ...rest } = addresses()
      if (publicUrl === null) return null
      const sentMs = now()
      try {
        const found = await diagnose({ publicUrl, ...rest })
        if (addresses().publicUrl !== publicUrl) return null
        if (found.code !== finding?.code) log.info('probe.found', `A probe to our own address: ${found.code}`)
        finding = found
        probedMs = sentMs
        if (found.code === 'proven') provenMs = now()
        return found
      } catch (error) {
        log.warn('probe.not-sent', `A probe could not be sent (${describeError(error)})`)
        return null
      }
    },
    finding: () => finding,
    provenMs: () => provenMs,
    probedMs: () => probedMs,
  }
}
