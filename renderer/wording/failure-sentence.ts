/** A sentence of ours says all there is to say; a system's own words want their meaning. */
export function failureSentence(what: string, reason: string): string {
  if (/[.!?]$/.test(reason)) return `${what}. ${reason}`
  return `${what}: ${reason}. All is as it was before; try again in a moment.`
}
