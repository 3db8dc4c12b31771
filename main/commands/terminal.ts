import { once } from 'node:events'
import type { Log } from '../log.ts'

/** Data goes to stdout, words to stderr. */
export interface Terminal {
  /** Waits while the reader is slow; rejects with EPIPE where it has gone. */
  print(text: string, options?: { newline: boolean }): Promise<void>
  /** A sentence for a person. */
  say(sentence: string): void
  log: Log
}

export function createTerminal(out: NodeJS.WriteStream, words: NodeJS.WriteStream, log: Log): Terminal {
  return {
    async print(text, { newline } = { newline: true }) {
      if (!out.write(newline ? `${text}\n` : text)) await once(out, 'drain')
    },
    say: (sentence) => void words.write(`${sentence}\n`),
    log,
  }
}
