import { describeError } from './errors.ts'

/** Sentences with a code. Never bodies, secrets, names or numbers. */
export interface Log {
  info(code: string, sentence: string): void
  warn(code: string, sentence: string, error?: unknown): void
}

/** Writes lines such as `2026-11-23T07:11:41.000Z warn journal.damaged A line …`. */
export function createLog(write: (line: string) => void, now: () => number = Date.now): Log {
  const line = (level: string, code: string, sentence: string) =>
    write(`${new Date(now()).toISOString()} ${level} ${code} ${sentence}\n`)
  return {
    info: (code, sentence) => line('info', code, sentence),
    warn: (code, sentence, error) =>
      line('warn', code, error === undefined ? sentence : `${sentence}: ${describeError(error)}`),
  }
}
