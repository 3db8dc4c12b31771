/** What went wrong, without the wrapping that Electron puts around an error from the main process. */
export function failureReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const reason = message.replace(/^Error invoking remote method '[^']*': /, '').replace(/^(\w*Error): /, '')
  return reason === '' ? 'no reason was given' : reason
}
