const dots = '••••••••'
const shownAtEnd = 4
/** Of a shorter one the end would tell too much. */
const longEnough = 16

/** A secret as a window may show it: two can be told apart, none can be used. */
export function masked(secret: string): string {
  return secret.length < longEnough ? dots : `${dots}${secret.slice(-shownAtEnd)}`
}
