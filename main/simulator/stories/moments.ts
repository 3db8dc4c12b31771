import type { Story, StoryAgent } from './story.ts'

/** What the provider may send a webhook about. Each dialect leaves out what it has no word for. */
export interface Moment {
  kind: 'started' | 'menu' | 'ringing' | 'answered' | 'rejected' | 'ended'
  afterSeconds: number
  /** Whom it is about; at the end everyone who was rung, once each. */
  agents: StoryAgent[]
}

export function momentsOf(story: Story): Moment[] {
  const caller = story.origin === 'click-to-call' ? story.legs.slice(0, 1).map((leg) => leg.agent) : []
  return [
    { kind: 'started', afterSeconds: 0, agents: caller },
    ...at('menu', story.menuAfter, []),
    ...story.legs.flatMap((leg) => [
      ...at('ringing', leg.ringsAfter, [leg.agent]),
      ...at('answered', leg.answersAfter, [leg.agent]),
    ]),
    ...at('rejected', story.rejectedAfter, caller),
    { kind: 'ended', afterSeconds: story.endsAfter, agents: everyoneRung(story) },
  ]
}

/** Seconds after the end at which the one log of the whole call follows. */
export const logDelaySeconds = 2

/** How long a story takes to tell, its log included. */
export function storyMs(story: Story): number {
  return (story.endsAfter + logDelaySeconds) * 1_000
}

function at(kind: Moment['kind'], afterSeconds: number | null, agents: StoryAgent[]): Moment[] {
  return afterSeconds === null ? [] : [{ kind, afterSeconds, agents }]
}

function everyoneRung(story: Story): StoryAgent[] {
  return [...new Map(story.legs.map((leg) => [leg.agent.number, leg.agent])).values()]
}
