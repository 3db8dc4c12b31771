/** An error whose message is meant for a person: what happened, what it means, what to do. */
export class SpokenError extends Error {
  override name = 'SpokenError'
  /** 1: could not be done; 2: the command was used wrongly. */
  readonly exitCode: 1 | 2

  constructor(message: string, options: ErrorOptions & { exitCode?: 1 | 2 } = {}) {
    super(message, options)
    this.exitCode = options.exitCode ?? 1
  }
}

/** The system's code (`ENOSPC`, `EADDRINUSE` …) of a caught value, if it has one. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** One line for a log: message and causes, no stack. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message} (${describeError(error.cause)})`
}
