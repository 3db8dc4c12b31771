import type { CustomerStory } from '../../../shared/customer-story.ts'
import { storyParts } from '../../../shared/story-words.ts'
import { Sign } from '../../sign/sign.tsx'
import { Outside } from '../../text/outside.tsx'
import { useCardParts } from '../card-parts.ts'

/** How the customer is known. Red, with a sign and the word “waiting”, only where a person waits. */
export function StoryLines({ story, isCompact }: { story: CustomerStory; isCompact: boolean }) {
  const { clock } = useCardParts()
  const { calls, isWaiting, isFirst, last } = storyParts(story, clock)
  // Beside others there is room for what is urgent only; a first call is named beside who calls.
  if (isFirst || (isCompact && !isWaiting)) return null
  const [lead, ...rest] = calls
  return (
    <div className="story">
      {lead !== undefined && (
        <p className="story-calls figures">
          {isWaiting && <Sign name="incoming" tone="missed" />}
          <span>
            <strong className={isWaiting ? 'tone-missed' : undefined}>{lead}</strong>
            {rest.map((part) => ` · ${part}`)}
          </span>
        </p>
      )}
      {last !== null && !isCompact && (
        <p className="story-last figures">
          {last.lead} {last.by !== null && <Outside text={last.by} />} {last.at}
          {last.note !== null && (
            <>
              : “<Outside text={last.note} />”
            </>
          )}
        </p>
      )}
    </div>
  )
}
