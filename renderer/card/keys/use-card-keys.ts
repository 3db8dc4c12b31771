import { useEffect, useEffectEvent } from 'react'
import { useCardParts } from '../card-parts.ts'
import { placeAfter } from './card-moves.ts'

/** Arrows move between rows and buttons, Escape gives the keyboard back, the shortcut enters the first row. */
export function useCardKeys(listRef: React.RefObject<HTMLElement | null>) {
  const { notes, act } = useCardParts()

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      notes.flush()
      act({ do: 'leave' })
    } else if (!(event.target instanceof HTMLTextAreaElement)) moveFocus(event)
  })

  function moveFocus(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const rows = rowsOf(listRef.current)
    const at = rows.findIndex((row) => row.controls.includes(document.activeElement as HTMLElement))
    const place = placeAfter(event.key, {
      controls: rows.map(({ controls }) => controls.length),
      entries: rows.map(({ entry }) => entry),
      from:
        at === -1
          ? null
          : { row: at, control: rows[at]?.controls.indexOf(document.activeElement as HTMLElement) ?? 0 },
    })
    if (place === null) return
    event.preventDefault()
    rows[place.row]?.controls[place.control]?.focus()
  }

  const onWindowFocus = useEffectEvent(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const [first] = rowsOf(listRef.current)
    first?.controls[first.entry]?.focus()
  })

  useEffect(() => {
    const keyListener = (event: KeyboardEvent) => onKeyDown(event)
    const focusListener = () => onWindowFocus()
    document.addEventListener('keydown', keyListener)
    addEventListener('focus', focusListener)
    return () => {
      document.removeEventListener('keydown', keyListener)
      removeEventListener('focus', focusListener)
    }
  }, [])
}

interface Row {
  controls: HTMLElement[]
  /** The control that one most likely wants: the note, else the first. */
  entry: number
}

function rowsOf(list: HTMLElement | null): Row[] {
  return [...(list?.children ?? [])].map((row) => {
    const controls = [...row.querySelectorAll<HTMLElement>('button:not(:disabled), textarea')]
    const note = controls.findIndex((control) => control instanceof HTMLTextAreaElement)
    return { controls, entry: Math.max(note, 0) }
  })
}
