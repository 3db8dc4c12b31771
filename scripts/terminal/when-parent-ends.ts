const lookEveryMs = 250

/**
 * npm runs a script in a shell and, told to end, ends the shell, which passes nothing on: the script would run for
 * ever, with nobody to end it. Started without npm, outliving a shell is a person's own choice. Answers a function that
 * stops looking.
 */
export function whenParentEnds(end: () => void): () => void {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}
