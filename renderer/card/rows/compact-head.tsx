import type { CallCardRow } from '../../../shared/card.ts'
import { visibleText } from '../../../shared/safe-text.ts'
import { Sign } from '../../sign/sign.tsx'
import { Outside } from '../../text/outside.tsx'
import { secondNumber, whoText } from '../../wording/who.ts'
import { ringsText, stateWords } from '../wording/state-words.ts'
import { Joined } from './joined.tsx'
import { StateTime } from './state-time.tsx'

/** One call of several: who, and below it what becomes of it. */
export function CompactHead({ row }: { row: CallCardRow }) {
  const { sign, tone, word, by, more, time } = stateWords(row)
  const line = visibleText(row.line)
  const number = secondNumber(row)
  const state = ringsText(row) ?? word.charAt(0).toLowerCase() + word.slice(1)
  return (
    <div className="row-head">
      <Sign name={sign} tone={tone} />
      <div className="row-text">
        <div className="row-who">
          <h2 className="row-name">
            <bdi>{whoText(row)}</bdi>
          </h2>
          {number !== null && <Outside className="row-number figures" text={number} />}
        </div>
        <p className="row-second">
          {row.pretend && <span className="chip chip-pretend">Pretend call</span>}{' '}
          <Joined
            pieces={[
              line === null ? null : { key: 'line', content: <Outside text={line} /> },
              {
                key: 'state',
                content: (
                  <span className={tone === 'missed' ? 'tone-missed' : undefined}>
                    <bdi>{by === null ? state : `${state} ${by}`}</bdi>
                  </span>
                ),
              },
              more === null ? null : { key: 'more', content: <span className="figures">{more}</span> },
              time === null ? null : { key: 'time', content: <StateTime time={time} /> },
            ]}
          />
        </p>
      </div>
    </div>
  )
}
