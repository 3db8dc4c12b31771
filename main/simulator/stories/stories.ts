import { incomingStories } from './scripts/incoming-stories.ts'
import { outgoingStories } from './scripts/outgoing-stories.ts'
import type { Story } from './story.ts'

const all = { ...incomingStories, ...outgoingStories }

export type StoryName = keyof typeof all

export const stories: Readonly<Record<StoryName, Story>> = all

export const storyNames = Object.keys(all) as StoryName[]
