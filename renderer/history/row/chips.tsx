import { visibleText } from '../../../shared/safe-text.ts'

interface ChipsProps {
  tags: string[]
  pretend: boolean
  /** How many tags are shown before the rest is a number. */
  atMost?: number
}

export function Chips({ tags, pretend, atMost = 2 }: ChipsProps) {
  const shown = [...new Set(tags.map(visibleText).filter((tag) => tag !== null))]
  if (shown.length === 0 && !pretend) return null
  return (
    <span className="chips">
      {pretend && <span className="chip chip-pretend">pretend</span>}
      {shown.slice(0, atMost).map((tag) => (
        <span className="chip" key={tag}>
          <bdi>{tag}</bdi>
        </span>
      ))}
      {shown.length > atMost && <span className="chip">+{shown.length - atMost}</span>}
    </span>
  )
}
