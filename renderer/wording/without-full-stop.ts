/** A sentence to be gone on with. */
export function withoutFullStop(sentence: string): string {
  return sentence.replace(/[.\s]+$/, '')
}
