import { useEffect, useEffectEvent } from 'react'
import { moveOfKey } from './rows/selection.ts'

interface WindowKeys {
  searchRef: React.RefObject<HTMLInputElement | null>
  enterList(): void
  onEscape(): void
  openDetail(): void
  copyNumber(): void
}

/** Ctrl+K and / anywhere lead to the search, arrows from nowhere into the list; returns what the list's other keys mean. */
export function useWindowKeys({ searchRef, enterList, onEscape, openDetail, copyNumber }: WindowKeys) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isSearchKey(event)) {
      event.preventDefault()
      searchRef.current?.focus()
      searchRef.current?.select()
    } else if (document.activeElement === document.body && !isChord(event)) {
      if (isTyped(event.key)) searchRef.current?.focus()
      if (moveOfKey(event.key) === null) return
      event.preventDefault()
      enterList()
    }
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])

  return function onListKey(event: React.KeyboardEvent) {
    const { key } = event
    if (isChord(event)) {
      if (key.toLowerCase() === 'c' && !event.altKey && getSelection()?.isCollapsed !== false) copyNumber()
    } else if (key === 'Enter') {
      event.preventDefault()
      openDetail()
    } else if (key === 'Escape') onEscape()
    // The focus moves before the letter is typed: it lands in the search box.
    else if (isTyped(key)) searchRef.current?.focus()
  }
}

function isSearchKey(event: KeyboardEvent): boolean {
  if (event.key === '/') return !isTextField(event.target)
  return event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)
}

function isChord({
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return ctrlKey || metaKey || altKey
}

function isTyped(key: string): boolean {
  return /^[\p{L}\p{N}+]$/u.test(key)
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
