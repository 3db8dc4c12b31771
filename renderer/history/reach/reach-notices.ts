import type { ProbeFinding } from '../../../shared/hearing.ts'
import type { ReachStatus } from '../../../shared/reach.ts'
import { safeText } from '../../../shared/safe-text.ts'
import type { Status } from '../../../shared/status.ts'
import type { ReachAct } from '../../alarm/acts/reach-acts.ts'
import { withoutFullStop } from '../../wording/without-full-stop.ts'

/** A sentence above the list, and what can be done about it. */
export interface Notice {
  /** `calm`: no fault, nothing to hurry for. */
  tone: 'bad' | 'calm'
  sentence: string
  act: ReachAct | null
}

/** What keeps calls from coming to this computer, each thing once. The quiet alarm and a new address stand apart. */
export function reachNotices({ listener, reach, heardAt }: Status): Notice[] {
  // Without a listener nothing else matters, and that has a sentence of its own.
  if (listener.state !== 'listening') return []
  const { hearing } = reach
  const isNeverHeard = heardAt === null && hearing.heardAt === null
  const broken = brokenNotice(reach)
  return [
    ...(broken === null ? [] : [broken]),
    ...(broken === null && hearing.word === 'off' && isNeverHeard ? [nothingSetUp] : []),
    ...meterNotices(reach),
  ]
}

const nothingSetUp: Notice = {
  tone: 'calm',
  sentence:
    'Ringtray listens on this computer only, so nothing from MyOperator can arrive yet. Set up how it is reached.',
  act: 'set-up',
}

function brokenNotice({ tunnel, hearing }: ReachStatus): Notice | null {
  const { word, alarm } = hearing
  if (word === 'off')
    return tunnel.problem === null
      ? null
      : { tone: 'bad', sentence: safeText(tunnel.sentence), act: 'set-up' }
  const finding = harmOf(hearing.probe)
  if (word !== 'not reachable') return alarm === null || finding === null ? null : foundNotice(finding)
  // A network that lets nothing through explains whatever the way in says of itself.
  if (finding?.code === 'wifi-sign-in' || finding?.code === 'offline') return foundNotice(finding)
  if (finding !== null && (tunnel.problem === null || tunnel.problem === 'probe')) return foundNotice(finding)
  return {
    tone: 'bad',
    sentence: safeText(tunnel.sentence),
    act: tunnel.problem === null ? 'probe' : 'set-up',
  }
}

function harmOf(probe: ProbeFinding | null): ProbeFinding | null {
  return probe === null || probe.code === 'proven' ? null : probe
}

function foundNotice({ code, sentence }: ProbeFinding): Notice {
  const act = code === 'wifi-sign-in' ? 'wifi-sign-in' : code === 'quota-used-up' ? 'set-up' : 'probe'
  return { tone: 'bad', sentence: safeText(sentence), act }
}

function meterNotices({ meter, tunnel, hearing }: ReachStatus): Notice[] {
  if (meter === null || meter.level === 'calm') return []
  const isToldAlready =
    tunnel.problem === 'quota' ||
    hearing.probe?.code === 'quota-used-up' ||
    hearing.alarm?.causes.some(({ code }) => code === 'quota-used-up') === true
  if (isToldAlready) return []
  const figures = `Requests through the way in: ${withoutFullStop(safeText(meter.sentence))}.`
  const sentence =
    meter.level === 'full'
      ? `${figures} It may turn calls away until the month ends: take a larger plan, or another way in.`
      : `${figures} Beyond that it turns calls away: think of a larger plan, or of another way in.`
  return [{ tone: 'bad', sentence, act: 'set-up' }]
}
