import { randomUUID } from 'node:crypto'

/** Tells this Ringtray's own pretend call from real ones: a mark is good for one call, while it plays. */
export interface PretendMarks {
  issue(): string
  isValid(mark: string): boolean
  revoke(mark: string): void
}

export function createPretendMarks(): PretendMarks {
  const valid = new Set<string>()
  return {
    issue() {
      const mark = randomUUID()
      valid.add(mark)
      return mark
    },
    isValid: (mark) => valid.has(mark),
    revoke: (mark) => void valid.delete(mark),
  }
}
