import type { Instant } from '../../shared/call.ts'

/** `on Wed 25 Nov at 12:03`, by the clock on this machine's wall. */
export function when(at: Instant): string {
  const date = new Date(at)
  const day = date.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  return `on ${day.replace(',', '')} at ${time}`
}
