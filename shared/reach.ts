import type { HearingStatus } from './hearing.ts'
import type { TunnelStatus } from './tunnel.ts'

/** Whether and how the world reaches this Ringtray. */
export interface ReachStatus {
  tunnel: TunnelStatus
  hearing: HearingStatus
  /** Requests of this month against what the way in carries; null where it carries as many as come. */
  meter: RequestMeterReading | null
}

export interface RequestMeterReading {
  level: 'calm' | 'amber' | 'full'
  /** “7,412 of 20,000 this month; full on the 24th at this rate” */
  sentence: string
  requests: number
  limit: number
}
