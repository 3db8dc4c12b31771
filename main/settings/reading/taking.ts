export interface Wanted<T> {
  fallback: T
  is(value: unknown): value is T
  /** What a valid value is, for a person: `settings.json: port must be …`. */
  wants: string
}

export type Take = <T>(name: string, value: unknown, wanted: Wanted<T>) => T

/** Takes one value after another; those that are not valid are named in sentences. */
export function createTaking(): { take: Take; problems: string[] } {
  const problems: string[] = []
  return {
    problems,
    take(name, value, { fallback, is, wants }) {
      if (value === undefined) return fallback
      if (is(value)) return value
      problems.push(`settings.json: ${name} must be ${wants}. Until it is corrected, its default is used.`)
      return fallback
    },
  }
}
