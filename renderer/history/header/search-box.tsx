interface SearchBoxProps {
  query: string
  onQuery(query: string): void
  /** Into the list, at its first row. */
  onEnterList(): void
  onEscape(): void
  inputRef: React.RefObject<HTMLInputElement | null>
}

export function SearchBox({ query, onQuery, onEnterList, onEscape, inputRef }: SearchBoxProps) {
  function onKeyDown(event: React.KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') onEnterList()
    else if (event.key === 'Escape') onEscape()
    else return
    event.preventDefault()
  }

  return (
    <search className="search">
      <svg className="search-sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path className="sign-stroke" d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9M10.5 10.5l3 3" />
      </svg>
      <input
        className="search-input"
        ref={inputRef}
        type="search"
        aria-label="Search calls by number, name or note"
        aria-keyshortcuts="Control+K Meta+K /"
        placeholder="Number, name or note"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        dir="auto"
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <span className="key search-key" aria-hidden="true">
          {isMac() ? '⌘ K' : 'Ctrl K'}
        </span>
      ) : (
        <button type="button" className="search-clear" aria-label="Clear the search" onClick={onEscape}>
          <svg className="sign" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path className="sign-stroke" d="M4.5 4.5l7 7M11.5 4.5l-7 7" />
          </svg>
        </button>
      )}
    </search>
  )
}

function isMac(): boolean {
  return navigator.userAgent.includes('Macintosh')
}
