import { describeError } from './errors.ts'

/** Sentences with a code. Never bodies, secrets or names; numbers only through `maskNumber`. */
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

/** `+919823045678` → `+91••••••••78`: enough to recognise a line, too little to call somebody. */
export function maskNumber(number: string): string {
  return number.length <= 5 ? '••••' : number.slice(0, 3) + '•'.repeat(number.length - 5) + number.slice(-2)
}
