import type { CallCardRow } from '../../../shared/card.ts'
import { visibleText } from '../../../shared/safe-text.ts'
import { storyParts } from '../../../shared/story-words.ts'
import { Sign } from '../../sign/sign.tsx'
import { Outside } from '../../text/outside.tsx'
import { secondNumber, whoText } from '../../wording/who.ts'
import { useCardParts } from '../card-parts.ts'
import { ringsText, stateWords } from '../wording/state-words.ts'
import { StateTime } from './state-time.tsx'

/** A call that has the card to itself: state and line, then who, large. */
export function FullHead({ row }: { row: CallCardRow }) {
  const { clock } = useCardParts()
  const { sign, tone, word, by, more, time } = stateWords(row)
  const rings = ringsText(row)
  const number = secondNumber(row)
  const story = row.story === null ? null : storyParts(row.story, clock)
  return (
    <>
      <div className="row-head">
        <Sign name={sign} tone={tone} />
        <span className={`row-state tone-${tone}`}>
          {word}
          {by !== null && (
            <>
              {' '}
              <Outside text={by} />
            </>
          )}
        </span>
        {more !== null && <span className="row-more figures">{more}</span>}
        {time !== null && <StateTime time={time} />}
        {rings !== null && <Outside className="row-rings" text={rings} />}
        <span className="row-end">
          {row.pretend && <span className="chip chip-pretend">Pretend call</span>}
          <Outside className="row-line" text={visibleText(row.line) ?? 'line not told'} />
        </span>
      </div>
      <div className="row-who">
        <h2 className="row-name">
          <bdi>{whoText(row)}</bdi>
        </h2>
        {number !== null && <Outside className="row-number figures" text={number} />}
        {story?.isFirst && <span className="row-first">{story.calls[0]}</span>}
      </div>
    </>
  )
}
