interface GatherOptions {
  read(): Promise<void>
  after(delayMs: number, run: () => void): void
}

export const gatherMs = 100

/** News come in bursts: they are read together, and the next reading begins when the last one has ended. */
export function createGather({ read, after }: GatherOptions): () => void {
  let isUnderWay = false
  let hasMore = false

  async function readGathered() {
    hasMore = false
    await read()
    isUnderWay = false
    if (hasMore) gather()
  }

  function gather() {
    hasMore = true
    if (isUnderWay) return
    isUnderWay = true
    after(gatherMs, () => void readGathered())
  }

  return gather
}
