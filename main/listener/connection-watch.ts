import type { Socket } from 'node:net'

/**
 * Closes connections on which nothing gets done. Node's limits hold within a request: between two of them an empty line
 * now and then keeps a connection for ever, and so does an answer that nobody takes.
 */
export interface ConnectionWatch {
  accept(socket: Socket): void
  /** A whole head has arrived on it. */
  begin(socket: Socket): void
  /** Twice a second. */
  sweep(): void
}

/** Beyond Node's `keepAliveTimeout`, which ends the connections of those who keep still. */
const longestPauseMs = 70_000
/** An answer is shorter than what any network takes at once. */
const mostSweepsUntaken = 10

interface Watched {
  begunAtMs: number
  sweepsUntaken: number
}

export function createConnectionWatch(): ConnectionWatch {
  const open = new Map<Socket, Watched>()

  return {
    accept(socket) {
      open.set(socket, { begunAtMs: performance.now(), sweepsUntaken: 0 })
      socket.once('close', () => open.delete(socket))
    },
    begin(socket) {
      const watched = open.get(socket)
      if (watched !== undefined) watched.begunAtMs = performance.now()
    },
    sweep() {
      const latestMs = performance.now() - longestPauseMs
      for (const [socket, watched] of open) {
        watched.sweepsUntaken = socket.writableLength > 0 ? watched.sweepsUntaken + 1 : 0
        if (watched.begunAtMs < latestMs || watched.sweepsUntaken >= mostSweepsUntaken) socket.destroy()
      }
    },
  }
}
