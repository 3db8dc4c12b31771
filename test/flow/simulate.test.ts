import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Dialect, dialects } from '../../main/simulator/play.ts'
import { simulate } from '../../main/simulator/simulate.ts'
import { type StoryName, stories, storyNames } from '../../main/simulator/stories/stories.ts'
import type { Story, StoryLeg } from '../../main/simulator/stories/story.ts'
import type { Agent, Call } from '../../shared/call.ts'
import { readStep } from '../simulator/read-step.ts'
import { seededRandom } from '../simulator/seeded-random.ts'
import { callsIn, deliveriesIn } from '../support/printed.ts'
import { run } from '../support/program.ts'
import { type Serving, startServe } from '../support/serve.ts'
import { folderWith, proof } from '../support/settings.ts'

let ordered: Serving
let disordered: Serving

beforeAll(async () => {
  ;[ordered, disordered] = await Promise.all([
    startServe({ dir: folderWith() }),
    startServe({ dir: folderWith() }),
  ])
})

afterAll(() => Promise.all([ordered.stop(), disordered.stop()]))

const everyPlay = storyNames.flatMap((name) => dialects.map((dialect) => ({ name, dialect })))
/** Every play a call of its own, and the same one wherever and however it is played. */
const seedOf = (name: StoryName, dialect: Dialect) =>
  storyNames.indexOf(name) * 10 + dialects.indexOf(dialect) + 1
const now = Date.parse('2026-11-23T07:11:41.000Z')

interface HowToPlay {
  order?: 'real' | 'disordered'
  repeats?: number
}

/** Plays a call through the real door and resolves with its uid and how many deliveries it took. */
async function play(
  serve: Serving,
  { name, dialect }: { name: StoryName; dialect: Dialect },
  { order = 'real', repeats = 0 }: HowToPlay = {},
): Promise<{ uid: string; sent: number }> {
  const uids = new Set<string>()
  let sent = 0
  const playing = simulate({
    ...{ story: stories[name], dialect, now, order, repeats, speed: 0, url: serve.url, headers: [proof] },
    random: seededRandom(seedOf(name, dialect)),
    wait: async () => {},
  })
  for await (const { step, status } of playing) {
    expect(status).toBe(204)
    const payload = readStep(step)
    uids.add(
      payload.uid ?? payload.session_id ?? payload._pm.find(({ ky }: { ky: string }) => ky === 'ui').vl,
    )
    sent++
  }
  expect(uids.size).toBe(1)
  return { uid: [...uids][0] ?? '', sent }
}

async function callOf(serve: Serving, uid: string): Promise<Call | undefined> {
  return (await callsIn(serve.dir)).find(({ id }) => id === uid)
}

describe.each(everyPlay)('$name in $dialect', ({ name, dialect }) => {
  it('is one call with the outcome, the people and the times of its story', async () => {
    const { uid } = await play(ordered, { name, dialect })
    const call = await callOf(ordered, uid)
    expect(call).toMatchObject(expectedCall(stories[name], dialect))
    expect(call?.agents).toMatchObject(expectedAgents(stories[name], dialect))
    expect(call?.agents).toHaveLength(expectedAgents(stories[name], dialect).length)
  })

  it('is the same call in disorder and with every delivery repeated, and the repeats are known for it', async () => {
    const { uid, sent } = await play(disordered, { name, dialect }, { order: 'disordered', repeats: 2 })
    expect(withoutDeliveryIds(await callOf(disordered, uid))).toEqual(
      withoutDeliveryIds(await callOf(ordered, uid)),
    )
    const verdicts = (await deliveriesIn(disordered.dir))
      .filter(({ callId }) => callId === uid)
      .map(({ verdict }) => verdict)
    expect(verdicts.sort()).toEqual([
      ...Array.from({ length: sent / 3 }, () => 'accepted'),
      ...Array.from({ length: (sent / 3) * 2 }, () => 'duplicate'),
    ])
  })
})

describe('all of them', () => {
  it('are as many calls as were played, and stay the same after a restart', async () => {
    for (const serve of [ordered, disordered]) {
      const calls = await callsIn(serve.dir)
      expect(calls).toHaveLength(everyPlay.length)
      const { dir } = serve
      await serve.stop()
      const again = await startServe({ dir })
      expect(await callsIn(dir)).toEqual(calls)
      await again.stop()
      expect(await callsIn(dir)).toEqual(calls)
    }
  })
})

describe('the command', () => {
  it('finds port and proof of the folder that is served, and tells of every delivery', async () => {
    const serve = await startServe({
      dir: folderWith({ basic: null, query: { name: 'key', value: 'Qu3ry&=+' } }),
    })
    const ended = await run(
      'simulate',
      '--data',
      serve.dir,
      '--scenario',
      'hunt',
      '--dialect',
      'v2',
      '--speed',
      '0',
    )
    expect(ended.code).toBe(0)
    const sent = ended.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    for (const one of sent) {
      expect(one).toEqual({
        afterMs: expect.any(Number),
        method: 'POST',
        status: 204,
        ms: expect.any(Number),
      })
    }
    expect(await callsIn(serve.dir)).toMatchObject([
      { outcome: 'connected', answeredBy: '+919000010003', totalSeconds: 97, exact: true },
    ])
    expect(await deliveriesIn(serve.dir)).toHaveLength(sent.length)
    await serve.stop()
  })

  it('plays through a door that is named, too', async () => {
    const serve = await startServe({ dir: folderWith() })
    const door = ['--url', serve.url, '--header', proof.join(': ')]
    const ended = await run('simulate', ...door, '--scenario', 'missed', '--dialect', 'get', '--speed', '0')
    expect(ended.code).toBe(0)
    expect(await callsIn(serve.dir)).toMatchObject([{ outcome: 'missed', phase: 'ended' }])
    await serve.stop()
  })

  it('fails with a sentence where the proof is wrong, and nothing is kept', async () => {
    const serve = await startServe({ dir: folderWith() })
    const door = ['--url', serve.url, '--header', `${proof[0]}: wrong-secret`]
    const ended = await run('simulate', ...door, '--speed', '0')
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toContain('401')
    expect(ended.stderr).not.toContain('wrong-secret')
    expect(await callsIn(serve.dir)).toEqual([])
    expect(await deliveriesIn(serve.dir)).toEqual([])
    await serve.stop()
  })

  it('fails with a sentence where nobody listens any more', async () => {
    const serve = await startServe({ dir: folderWith() })
    await serve.stop()
    const ended = await run('simulate', '--data', serve.dir, '--speed', '0')
    expect(ended).toMatchObject({ code: 1, stdout: '' })
    expect(ended.stderr).toMatch(/Start Ringtray/)
    expect(await callsIn(serve.dir)).toEqual([])
  })
})

/** v1 and v2 end with one log of the whole call; parameters tell no legs, names or durations. */
const isExact = (dialect: Dialect) => dialect !== 'get'

function expectedCall(story: Story, dialect: Dialect) {
  const startedMs = now - (story.endsAfter + 2) * 1_000
  const at = (afterSeconds: number | null) =>
    afterSeconds === null ? null : new Date(startedMs + afterSeconds * 1_000).toISOString()
  const talks = talksIn(story)
  const talkSeconds = talks.reduce((sum, leg) => sum + leg.endsAfter - (leg.answersAfter ?? 0), 0)
  const durations = { totalSeconds: story.endsAfter, talkSeconds: talks.length === 0 ? noTalk : talkSeconds }
  return {
    direction: story.direction,
    phase: 'ended',
    outcome: expectedOutcome(story, dialect),
    customer: { number: story.customer, withheld: story.customer === null },
    line: story.line,
    answeredBy: talks.at(-1)?.agent.number ?? null,
    startedAt: at(0),
    answeredAt: at(talks[0]?.answersAfter ?? null),
    endedAt: at(story.endsAfter),
    exact: isExact(dialect),
    ...(isExact(dialect) ? durations : { totalSeconds: null, talkSeconds: null }),
    custom: dialect === 'get' ? { campaign: 'monsoon' } : {},
    ...(dialect.startsWith('v1') && { department: story.department?.name ?? null }),
  }
}

/** Told as nothing or not told: both mean that nobody talked. */
const noTalk = expect.toBeOneOf([0, null])

function talksIn({ legs }: Story): StoryLeg[] {
  return legs.filter((leg) => leg.answersAfter !== null)
}

/** A rejected click to call is told by a state of v1; its log, which is final, only says that it was missed. */
function expectedOutcome(story: Story, dialect: Dialect): Call['outcome'] {
  if (story.result !== 'missed') return story.result
  if (story.direction === 'incoming') return 'missed'
  return story.rejectedAfter !== null && !isExact(dialect) ? 'rejected' : 'no-answer'
}

const results = { ANSWER: 'answered', BUSY: 'busy', NOANSWER: 'missed', CANCEL: 'cancelled' } as const

function expectedAgents(story: Story, dialect: Dialect): Partial<Agent>[] {
  const talks = talksIn(story)
  return story.legs.map((leg) =>
    isExact(dialect) ? toldByLegs(leg, talks.includes(leg)) : toldByParameters(leg),
  )
}

function toldByLegs(leg: StoryLeg, talks: boolean): Partial<Agent> {
  const { agent, ringsAfter, answersAfter, endsAfter, dialStatus } = leg
  return {
    number: agent.number,
    id: agent.id,
    name: agent.name,
    extension: agent.extension,
    result: results[dialStatus],
    ringSeconds: (answersAfter ?? endsAfter) - ringsAfter,
    ...(talks && { talkSeconds: endsAfter - (answersAfter ?? endsAfter) }),
  }
}

function toldByParameters({ agent, answersAfter }: StoryLeg): Partial<Agent> {
  const result = answersAfter === null ? 'rung' : 'answered'
  return { number: agent.number, id: null, name: null, result, ringSeconds: null, talkSeconds: null }
}

function withoutDeliveryIds(call: Call | undefined) {
  return call && { ...call, events: call.events.map(({ kind, at }) => ({ kind, at })) }
}
