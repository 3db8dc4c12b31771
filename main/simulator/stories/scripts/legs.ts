import type { StoryAgent, StoryLeg } from '../story.ts'

type Answered = { rings: number; answers: number; ends: number; handsTo?: StoryAgent }
type Unanswered = { rings: number; ends: number; because: Exclude<StoryLeg['dialStatus'], 'ANSWER'> }

export function answered(agent: StoryAgent, { rings, answers, ends, handsTo }: Answered): StoryLeg {
  return {
    agent,
    ringsAfter: rings,
    answersAfter: answers,
    endsAfter: ends,
    dialStatus: 'ANSWER',
    handsTo: handsTo ?? null,
  }
}

export function unanswered(agent: StoryAgent, { rings, ends, because }: Unanswered): StoryLeg {
  return {
    agent,
    ringsAfter: rings,
    answersAfter: null,
    endsAfter: ends,
    dialStatus: because,
    handsTo: null,
  }
}
