import type { Story, StoryLeg } from '../stories/story.ts'
import type { Telling } from '../telling.ts'
import { isoTime, withheldText } from './notation.ts'

/** The legs as they stand at that second: the customer's first, then the agents' in order of ringing. */
export function legsAt({ story, startedAt }: Telling, afterSeconds: number): object[] {
  const rung = story.legs.filter((leg) => leg.ringsAfter <= afterSeconds)
  return [
    { leg_index: 0, ...customerLeg(story, startedAt, afterSeconds) },
    ...rung.map((leg, index) => ({ leg_index: index + 1, ...agentLeg(leg, startedAt, afterSeconds) })),
  ]
}

/** The legs at the end; only the summary says who the agents are. */
export function summaryLegs(telling: Telling): object[] {
  const agents = telling.story.legs.map(({ agent }) => ({
    agent: {
      uuid: agent.id,
      name: agent.name,
      email: '',
      contact: agent.number,
      extension: agent.extension,
    },
  }))
  return legsAt(telling, telling.story.endsAfter).map((leg, index) => ({ ...leg, ...agents[index - 1] }))
}

function customerLeg(story: Story, startedAt: number, afterSeconds: number): object {
  const isRejected = story.rejectedAfter !== null && story.rejectedAfter <= afterSeconds
  const answersAfter = story.legs.find((leg) => leg.answersAfter !== null)?.answersAfter ?? null
  const isAnswered = answersAfter !== null && answersAfter <= afterSeconds
  const talkSeconds = isAnswered && afterSeconds >= story.endsAfter ? story.endsAfter - answersAfter : null
  return {
    type: 'customer',
    phone_number: story.customer ?? withheldText,
    // Connected without `answered_at`: the line is open, but nobody has spoken yet.
    result: isRejected ? 'not_answered' : isAnswered ? 'answered' : 'connected',
    dial_status: isRejected ? 'BUSY' : 'ANSWER',
    ring_duration: 0,
    talk_duration: talkSeconds,
    answered_at: isAnswered ? isoTime(startedAt + answersAfter) : null,
  }
}

function agentLeg(leg: StoryLeg, startedAt: number, afterSeconds: number): object {
  const { answersAfter, ringsAfter, endsAfter } = leg
  const isAnswered = answersAfter !== null && answersAfter <= afterSeconds
  const isOver = endsAfter <= afterSeconds
  const isRinging = !isAnswered && !isOver
  return {
    type: 'agent',
    phone_number: leg.agent.number,
    result: isAnswered ? 'answered' : isRinging ? 'ringing' : 'not_answered',
    dial_status: isRinging ? '' : leg.dialStatus,
    ring_duration: isRinging ? null : (answersAfter ?? endsAfter) - ringsAfter,
    talk_duration: isOver ? endsAfter - (answersAfter ?? endsAfter) : null,
    answered_at: isAnswered ? isoTime(startedAt + answersAfter) : null,
  }
}
