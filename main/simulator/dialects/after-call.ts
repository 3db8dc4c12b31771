import { companyId, ivrId } from '../stories/scripts/cast.ts'
import type { StoryAgent, StoryLeg } from '../stories/story.ts'
import { type Telling, timedId } from '../telling.ts'
import { eventCode, statusCode } from './call-state.ts'
import { clock, dateTime, national } from './notation.ts'

const originCode = { caller: '0', 'click-to-call': '1', obd: '2' } as const
const daySeconds = 86_400

/** The one log that v1 sends when a call is over. */
export function afterCallLog(telling: Telling): object {
  const { story, startedAt } = telling
  const endedAt = startedAt + story.endsAfter
  return {
    _ai: timedId(endedAt, telling.random),
    _so: '1',
    _ci: companyId,
    _cr: national(story.customer ?? ''),
    _cl: story.customer ?? '',
    _cm: '',
    _cy: story.customer === null ? '' : '91',
    _se: story.customer === null ? '' : 'DL, IN',
    _st: startedAt,
    _ms: startedAt * 1_000,
    _ss: startedAt % daySeconds,
    _et: endedAt,
    // A second before the end, as in the provider's own samples.
    _ts: endedAt - 1,
    _dr: clock(story.endsAfter),
    _drm: Math.round((story.endsAfter * 100) / 60) / 100,
    _ty: 1,
    _ev: eventCode[story.direction],
    _fn: telling.recordingFile,
    _fu: telling.recordingFile && `https://example.com/audio/${telling.recordingFile}`,
    _ns: originCode[story.origin],
    _su: statusCode[story.result],
    _dn: story.department?.name ?? '',
    _di: story.department?.id ?? '',
    _pm: [
      { ky: 'ui', vl: telling.uid },
      { ky: 'is', vl: '0' },
    ],
    _ld: story.legs.map((leg) => legLog(telling, leg)),
    _an: story.customer === null ? 1 : 0,
    _cn: [],
    _us: story.legs.map((leg) => ({ ky: leg.agent.id, vl: action(leg) })),
    _tc: story.legs.flatMap((leg) =>
      leg.answersAfter === null ? [] : [{ ye: leg.agent.id, yf: leg.endsAfter - leg.answersAfter }],
    ),
    _bp: [],
    _ri: telling.referenceId,
    _ji: telling.jobId ?? '',
    _ivid: story.menuAfter === null ? '' : ivrId,
    _cri: telling.clientReferenceId,
  }
}

function legLog({ story, startedAt }: Telling, leg: StoryLeg): object {
  // Talk begins where ringing stops; a leg without talk begins and ends there.
  const talksAfter = leg.answersAfter ?? leg.endsAfter
  return {
    _rst: dateTime(startedAt + leg.ringsAfter),
    _ds: leg.dialStatus,
    _did: national(story.line),
    _ac: action(leg),
    _su: leg.answersAfter === null ? '2' : '1',
    _st: startedAt + talksAfter,
    _et: startedAt + leg.endsAfter,
    _dr: clock(leg.endsAfter - talksAfter),
    _rr: [agentLog(leg.agent)],
    _tt: leg.handsTo ? [agentLog(leg.handsTo)] : [],
  }
}

function action(leg: StoryLeg): 'received' | 'missed' | 'transferred' {
  if (leg.answersAfter === null) return 'missed'
  return leg.handsTo ? 'transferred' : 'received'
}

function agentLog(agent: StoryAgent): object {
  return {
    _id: agent.id,
    _na: agent.name,
    _em: '',
    _ex: agent.extension,
    _ct: national(agent.number),
    _nr: agent.number,
  }
}
