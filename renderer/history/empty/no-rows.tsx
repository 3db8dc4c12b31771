import { safeText } from '../../../shared/safe-text.ts'
import type { Question } from '../rows/rows-view.ts'

/** Nothing matches: what was looked for, and where else to look. The search box itself is what clears the search. */
interface NoRowsProps {
  question: Question
  onAsk(question: Question): void
}

export function NoRows({ question, onAsk }: NoRowsProps) {
  const query = safeText(question.query)
  const isMissed = question.filter === 'missed'
  return (
    <section className="empty empty-short">
      <h2 className="empty-title">
        {query === '' ? (
          'No missed calls'
        ) : (
          <>
            {isMissed ? 'No missed call' : 'No call'} matches “<bdi>{query}</bdi>”
          </>
        )}
      </h2>
      {query !== '' && (
        <p className="empty-text">
          Looked for in numbers, names and notes{isMissed ? ' of missed calls' : ' of all calls'}.
        </p>
      )}
      {isMissed && (
        <div className="empty-actions">
          <button type="button" className="button" onClick={() => onAsk({ ...question, filter: 'all' })}>
            {query === '' ? 'Show all calls' : 'Look in all calls'}
          </button>
        </div>
      )}
    </section>
  )
}
