import type { Status } from '../../../shared/status.ts'
import type { Question } from '../rows/rows-view.ts'
import { FilterChoice } from './filter-choice.tsx'
import { SearchBox } from './search-box.tsx'
import { StatusLine } from './status-line.tsx'

interface HistoryHeaderProps {
  question: Question
  status: Status | null
  now: number
  searchRef: React.RefObject<HTMLInputElement | null>
  onQuestion(question: Question): void
  onEnterList(): void
}

export function HistoryHeader({
  question,
  status,
  now,
  searchRef,
  onQuestion,
  onEnterList,
}: HistoryHeaderProps) {
  return (
    <header className="header">
      <SearchBox
        query={question.query}
        inputRef={searchRef}
        onQuery={(query) => onQuestion({ ...question, query })}
        onEnterList={onEnterList}
        onEscape={() => {
          if (question.query === '') onEnterList()
          else onQuestion({ ...question, query: '' })
          if (question.query !== '') searchRef.current?.focus()
        }}
      />
      <FilterChoice filter={question.filter} onFilter={(filter) => onQuestion({ ...question, filter })} />
      <StatusLine status={status} now={now} />
    </header>
  )
}
