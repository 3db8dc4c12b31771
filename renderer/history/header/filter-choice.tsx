import type { RowsQuery } from '../../../shared/ipc-contract.ts'

type Filter = RowsQuery['filter']

/** `mine` joins them where a desk has told whose it is. */
const choices: { filter: Filter; word: string }[] = [
  { filter: 'all', word: 'All' },
  { filter: 'missed', word: 'Missed' },
]

export function FilterChoice({ filter, onFilter }: { filter: Filter; onFilter(filter: Filter): void }) {
  return (
    <fieldset className="filters">
      <legend className="hidden">Which calls</legend>
      {choices.map((choice) => (
        <label className="filter" key={choice.filter}>
          <input
            className="filter-input"
            type="radio"
            name="filter"
            checked={filter === choice.filter}
            onChange={() => onFilter(choice.filter)}
          />
          <span className="filter-word">{choice.word}</span>
        </label>
      ))}
    </fieldset>
  )
}
