import { safeText } from '../../../shared/safe-text.ts'
import type { Question } from '../rows/rows-view.ts'

/** Nothing matches: what was looked for, and the way back. */
export function NoRows({ question, onClear }: { question: Question; onClear(): void }) {
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
      <div className="empty-actions">
        <button type="button" className="button" onClick={onClear}>
          {query === ''
            ? 'Show all calls'
            : isMissed
              ? 'Clear the search and show all calls'
              : 'Clear the search'}
        </button>
      </div>
    </section>
  )
}
