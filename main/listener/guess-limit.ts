/**
 * How many wrong proofs are still answered as such. One budget for all senders: behind a tunnel everybody comes from
 * 127.0.0.1, and what a header says about an address is the sender's own word. Only wrong proofs are counted, after
 * they were found wrong, so that no guesser can lock the provider out.
 */
export interface GuessLimit {
  /** Takes one wrong proof from the budget; false where nothing is left of it. */
  allowOne(): boolean
}

/** A provider that was given the wrong secret stays below it through a busy minute, and a person at set-up always. */
const mostAtOnce = 200
/** So much comes back: 1,000 wrong proofs within a minute find 260 places. */
const perSecond = 1

/** Two numbers, whoever guesses and however often. */
export function createGuessLimit(now: () => number = () => performance.now()): GuessLimit {
  let left = mostAtOnce
  let countedAtMs = now()

  return {
    allowOne() {
      const nowMs = now()
      left = Math.min(mostAtOnce, left + (Math.max(0, nowMs - countedAtMs) / 1_000) * perSecond)
      countedAtMs = nowMs
      if (left < 1) return false
      left--
      return true
    },
  }
}
