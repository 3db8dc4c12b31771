/** Tells a burst from the few deliveries a second that calls make. */
export interface BurstGauge {
  count(): void
  isBurst(): boolean
}

const spanMs = 100
/** 200 requests a second: more than any desk's own calls. */
const mostPerSpan = 20

export function createBurstGauge(now: () => number = () => performance.now()): BurstGauge {
  let spanBeganMs = now()
  let inSpan = 0
  let inSpanBefore = 0

  function moveOn() {
    const elapsedMs = now() - spanBeganMs
    if (elapsedMs < spanMs) return
    inSpanBefore = elapsedMs < 2 * spanMs ? inSpan : 0
    inSpan = 0
    spanBeganMs = now()
  }

  return {
    count() {
      moveOn()
      inSpan++
    },
    isBurst() {
      moveOn()
      return Math.max(inSpan, inSpanBefore) > mostPerSpan
    },
  }
}
