import { setImmediate as nextTurn } from 'node:timers/promises'

/** How long work goes on at a stretch before requests and windows get their turn. */
export const sliceMs = 4

/** Long work awaits this after every piece: mostly nothing, and the next turn of the event loop when it is time. */
export function createSlices(): () => Promise<void> | undefined {
  let endsMs = performance.now() + sliceMs
  return () => {
    if (performance.now() < endsMs) return undefined
    return nextTurn().then(() => {
      endsMs = performance.now() + sliceMs
    })
  }
}
