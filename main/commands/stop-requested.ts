/** Resolves at SIGTERM, SIGINT or SIGHUP. A second signal ends the process at once. */
export function untilStopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
