import type { Log } from '../log.ts'

export interface Captured {
  log: Log
  /** What was warned of, by the codes of the log. */
  warned(code: string): boolean
}

/** A log that remembers what parts of the house find as they read, instead of printing it. */
export function captureLog(): Captured {
  const codes = new Set<string>()
  return {
    log: { info: () => {}, warn: (code) => void codes.add(code) },
    warned: (code) => codes.has(code),
  }
}
