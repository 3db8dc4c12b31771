import { within } from './deadline.ts'

/** Something that changes, and that can be waited for: no polling, no sleeping. */
export interface News {
  /** Tells everybody who waits to look again. */
  tell(): void
  /** Resolves with the first look that finds something. */
  until<T>(waitedFor: string, look: () => T | undefined | false, options?: UntilOptions): Promise<T>
  /** The same where looking takes time: what happens meanwhile is looked at again. */
  untilRead<T>(waitedFor: string, read: () => Promise<T | undefined>, options?: UntilOptions): Promise<T>
}

export interface UntilOptions {
  ms?: number
  /** What there was instead, for whoever reads the failure. */
  instead?: () => string
}

export function createNews(): News {
  const lookers = new Set<() => void>()

  function until<T>(
    waitedFor: string,
    look: () => T | undefined | false,
    { ms = 20_000, instead }: UntilOptions = {},
  ): Promise<T> {
    let lookAgain = () => {}
    const found = new Promise<T>((resolve, reject) => {
      lookAgain = () => {
        try {
          const seen = look()
          if (seen !== undefined && seen !== false) resolve(seen)
        } catch (error) {
          reject(error)
        }
      }
      lookers.add(lookAgain)
      lookAgain()
    })
    return within(ms, waitedFor, found, instead).finally(() => lookers.delete(lookAgain))
  }

  function tell(): void {
    for (const look of [...lookers]) look()
  }

  return {
    tell,
    until,
    untilRead<T>(waitedFor: string, read: () => Promise<T | undefined>, options: UntilOptions = {}) {
      let seen: T | undefined
      let failure: unknown
      let isReading = false
      let isOutdated = false

      async function readOn(): Promise<void> {
        isOutdated = true
        if (isReading) return
        isReading = true
        try {
          while (seen === undefined && isOutdated) {
            isOutdated = false
            seen = await read()
          }
        } catch (error) {
          failure = error
        }
        isReading = false
        if (seen !== undefined || failure !== undefined) tell()
      }

      function look(): T | undefined {
        if (failure !== undefined) throw failure
        if (seen === undefined) void readOn()
        return seen
      }
      return until(waitedFor, look, options)
    },
  }
}
