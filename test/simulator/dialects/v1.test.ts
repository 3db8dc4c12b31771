import { describe, expect, it } from 'vitest'
import { play } from '../../../main/simulator/play.ts'
import { type StoryName, stories, storyNames } from '../../../main/simulator/stories/stories.ts'
import { type Payload, readStep } from '../read-step.ts'
import { seededRandom } from '../seeded-random.ts'

const startAt = Date.parse('2026-11-23T07:11:41.000Z')
const epoch = startAt / 1_000

function payloadsOf(name: StoryName): { inCall: Payload[]; log: Payload } {
  const payloads = play(stories[name], 'v1-form', { startAt, random: seededRandom(7) }).map(readStep)
  return { inCall: payloads.slice(0, -1), log: payloads.at(-1) ?? {} }
}

describe('the in-call log', () => {
  it.each([
    ['answered', '1562', '1'],
    ['missed', '152', '2'],
    ['hunt', '155562', '1'],
    ['transferred', '156562', '1'],
    ['voicemail', '152', '3'],
    ['ivr-hangup', '12', '2'],
    ['withheld', '1562', '1'],
    ['obd', '1562', '1'],
    ['outgoing', '362', '1'],
    ['click-to-call-rejected', '372', '2'],
  ] as const)('goes through the states of "%s": %s, and ends with status %s', (name, states, status) => {
    const { inCall } = payloadsOf(name)
    expect(inCall.map((log) => log.call_state).join('')).toBe(states)
    expect(inCall.at(-1)?.status).toBe(status)
    for (const log of inCall.slice(0, -1)) expect(log.status).toBeNull()
  })

  it('has the keys of the provider’s own sample, in its order', () => {
    const keys =
      'id uid reference_id company_id clid_raw clid rdnis call_state event status users created call_time public_ivr_id client_ref_id job_id'
    for (const name of storyNames) {
      for (const log of payloadsOf(name).inCall)
        expect(Object.keys(log).join(' ').startsWith(keys)).toBe(true)
    }
  })

  it('carries the time of its making in its id, as UTC without a zone', () => {
    const { inCall } = payloadsOf('answered')
    expect(inCall.map((log) => log.created)).toEqual([
      '2026-11-23 07:11:41',
      '2026-11-23 07:11:45',
      '2026-11-23 07:11:53',
      '2026-11-23 07:12:32',
    ])
    for (const log of inCall) {
      expect(Number.parseInt(log.id.slice(0, 8), 16) * 1_000).toBe(Date.parse(`${log.created}Z`))
    }
    expect(new Set(inCall.map((log) => log.id)).size).toBe(inCall.length)
  })

  it('names who rings at each step of a hunt, and everyone at the end', () => {
    const users = payloadsOf('hunt').inCall.map((log) => log.users)
    const [asha, vikram, meera] = ['919000010001', '919000010002', '919000010003']
    expect(users).toEqual([[], [asha], [vikram], [meera], [meera], [asha, vikram, meera]])
  })

  it('hides a withheld number', () => {
    expect(payloadsOf('withheld').inCall[0]).toMatchObject({ clid: 'anonymous', clid_raw: 'anonymous' })
  })

  it('gives a campaign call its reference and its job', () => {
    const [first] = payloadsOf('obd').inCall
    expect(first?.reference_id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(first?.job_id).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe.each(storyNames)('the after-call log of "%s"', (name) => {
  const story = stories[name]
  const { log, inCall } = payloadsOf(name)

  it('has times that agree with each other and with the calls before it', () => {
    expect(log._st).toBe(epoch)
    expect(log._ms).toBe(log._st * 1_000)
    expect(log._ss).toBe(log._st % 86_400)
    expect(log._et - log._st).toBe(seconds(log._dr))
    expect(log._drm).toBeCloseTo(seconds(log._dr) / 60, 2)
    expect(Date.parse(`${inCall.at(-1)?.created}Z`) / 1_000).toBe(log._et)
    expect(String(log._su)).toBe(inCall.at(-1)?.status)
    expect(String(log._ev)).toBe(inCall.at(-1)?.event)
  })

  it('has legs that add up', () => {
    const leadIn = story.legs[0]?.ringsAfter ?? story.endsAfter
    const afterLast = story.endsAfter - (story.legs.at(-1)?.endsAfter ?? story.endsAfter)
    let sum = leadIn + afterLast
    for (const leg of log._ld) {
      const ring = leg._st - Date.parse(`${leg._rst}Z`) / 1_000
      expect(leg._et - leg._st).toBe(seconds(leg._dr))
      expect(ring).toBeGreaterThan(0)
      sum += ring + seconds(leg._dr)
    }
    expect(sum).toBe(seconds(log._dr))
    const talk = log._tc.reduce((total: number, { yf }: { yf: number }) => total + yf, 0)
    expect(talk).toBe(log._ld.reduce((total: number, leg: Payload) => total + seconds(leg._dr), 0))
  })

  it('tells as received the legs of which there is talk, and a recording where there is one', () => {
    for (const leg of log._ld) expect(leg._ac === 'missed').toBe(leg._ds !== 'ANSWER')
    expect(log._fn === '').toBe(!story.isRecorded)
    expect(log._fu === '').toBe(!story.isRecorded)
  })
})

describe('the after-call log', () => {
  it('names the agent who was handed the call, and whose leg comes last', () => {
    const { log } = payloadsOf('transferred')
    expect(log._ld[0]).toMatchObject({ _ac: 'transferred', _tt: [{ _na: 'Vikram Nair' }] })
    expect(log._ld[1]).toMatchObject({ _ac: 'received', _rr: [{ _na: 'Vikram Nair', _ct: '9000010002' }] })
  })

  it('stays a form where the in-call logs are JSON', () => {
    const types = play(stories.answered, 'v1-json', { startAt, random: seededRandom(7) }).map(
      (s) => s.contentType,
    )
    expect(new Set(types.slice(0, -1))).toEqual(new Set(['application/json']))
    expect(types.at(-1)).toBe('application/x-www-form-urlencoded')
  })

  it('hides a withheld number', () => {
    expect(payloadsOf('withheld').log).toMatchObject({ _an: 1, _cr: '', _cl: '' })
  })
})

function seconds(clock: string): number {
  return clock.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}
