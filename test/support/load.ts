import { deliver, form, inCallLog } from './provider.ts'

export interface Load {
  /** Those whose 2xx has come, so far. */
  acknowledged: Set<string>
  /** Stops sending and waits for the last answers. */
  stop(): Promise<void>
}

/** A steady load of deliveries, each a call of its own; a failed one ends its connection. */
export function startLoad(
  url: string,
  { uidOf, connections, pauseMs }: { uidOf(number: number): string; connections: number; pauseMs: number },
): Load {
  const acknowledged = new Set<string>()
  const stopped = new AbortController()
  let last = 0

  async function oneConnection() {
    while (!stopped.signal.aborted) {
      const uid = uidOf(++last)
      try {
        if ((await deliver(url, form(inCallLog({ uid })))) === 204) acknowledged.add(uid)
      } catch {
        // No answer, so nothing was promised.
        return
      }
      // The provider's pace, not a wait for something to happen.
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }

  const running = Promise.all(Array.from({ length: connections }, oneConnection))
  return {
    acknowledged,
    async stop() {
      stopped.abort()
      await running
    },
  }
}
