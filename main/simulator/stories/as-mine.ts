import type { Story, StoryAgent } from './story.ts'

/**
 * The same story with the agent at this desk in it, in place of who answers last, or rings last where nobody
 * does. `me` is an E.164 number or an id, as in the settings.
 */
export function asMine(story: Story, me: string): Story {
  const lead = story.legs.findLast((leg) => leg.answersAfter !== null) ?? story.legs.at(-1)
  if (!lead) return story
  const recast = (agent: StoryAgent): StoryAgent =>
    // Without a name: a desk must not learn somebody else's name for its own number.
    agent.number === lead.agent.number ? { ...agent, number: me, name: '' } : agent
  return {
    ...story,
    legs: story.legs.map((leg) => ({
      ...leg,
      agent: recast(leg.agent),
      handsTo: leg.handsTo && recast(leg.handsTo),
    })),
  }
}
