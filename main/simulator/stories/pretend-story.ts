import { asMine } from './as-mine.ts'
import { asha } from './scripts/cast.ts'
import { incomingStories } from './scripts/incoming-stories.ts'
import { answered } from './scripts/legs.ts'
import type { Story } from './story.ts'

/**
 * The story behind *show me a pretend call*, short enough to be watched at speed 1, where every told time is
 * the time of sending. It rings at once: whoever pressed the button is waiting for the card.
 */
export function pretendStory(me: string | null): Story {
  const story: Story = {
    ...incomingStories.answered,
    title: 'A pretend call',
    menuAfter: null,
    legs: [answered(asha, { rings: 1, answers: 8, ends: 16 })],
    endsAfter: 16,
  }
  return me === null ? story : asMine(story, me)
}
