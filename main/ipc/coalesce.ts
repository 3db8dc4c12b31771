/** Calls that come within `ms` of the first become one, at the end of that time: a burst is told once. */
export function coalesce(run: () => void, ms: number): () => void {
  let isComing = false
  return () => {
    if (isComing) return
    isComing = true
    setTimeout(() => {
      isComing = false
      run()
    }, ms)
  }
}
