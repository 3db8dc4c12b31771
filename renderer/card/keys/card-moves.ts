interface Place {
  row: number
  control: number
}

/** Up and down lead from row to row, left and right along the controls of one; null where a key does not move. */
function moveOfKey(key: string): { rows: number; controls: number } | null {
  switch (key) {
    case 'ArrowDown':
      return { rows: 1, controls: 0 }
    case 'ArrowUp':
      return { rows: -1, controls: 0 }
    case 'ArrowRight':
      return { rows: 0, controls: 1 }
    case 'ArrowLeft':
      return { rows: 0, controls: -1 }
    default:
      return null
  }
}

interface Positions {
  /** How many controls each row has. */
  controls: number[]
  /** Where a row is entered. */
  entries: number[]
  /** Null: nothing has the focus yet. */
  from: Place | null
}

/** Where the focus goes; the ends hold it. */
export function placeAfter(key: string, { controls, entries, from }: Positions): Place | null {
  const move = moveOfKey(key)
  if (move === null || controls.length === 0) return null
  if (from === null) return { row: 0, control: entries[0] ?? 0 }
  const row = within(from.row + move.rows, controls.length)
  if (row !== from.row) return { row, control: entries[row] ?? 0 }
  return { row, control: within(from.control + move.controls, controls[row] ?? 1) }
}

function within(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count - 1)
}
