import type { HearingWord, ProbeCode, QuietAlarm } from '../../shared/hearing.ts'
import type { TunnelState } from '../../shared/tunnel.ts'

export interface HearingSituation {
  /** Somebody wants to be reached: the door has a proof, and there is a way in. */
  isWanted: boolean
  isListening: boolean
  tunnel: TunnelState
  /** What the last probe found; null: none yet. */
  probe: ProbeCode | null
  /** A real webhook came after the last probe went out: it proves more. */
  heardSinceProbe: boolean
  /** A probe or a real webhook has come through since the tunnel stands. */
  isProven: boolean
  alarm: QuietAlarm | null
}

/** Findings of a probe that do not keep MyOperator's calls away. */
const harmless: readonly (ProbeCode | null)[] = [null, 'proven', 'rate-limited']

const unreachable: readonly TunnelState[] = ['stopped', 'starting', 'degraded', 'down', 'limited']

/** The one word for tray and window. Read from the top: the first that fits decides. */
export function hearingWord(situation: HearingSituation): HearingWord {
  const { isWanted, isListening, tunnel, probe, heardSinceProbe, isProven, alarm } = situation
  if (!isWanted) return 'off'
  if (!isListening || unreachable.includes(tunnel)) return 'not reachable'
  if (!harmless.includes(probe) && !heardSinceProbe) return 'not reachable'
  return isProven && alarm === null ? 'hearing' : 'quiet'
}
