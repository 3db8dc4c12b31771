import type { Edits, Fact } from './fact.ts'

/** The truth about one call. Everything else about it is derived. */
export interface CallRecord {
  id: string
  /** Ids it had before its uid was known. */
  aliases?: string[]
  facts: Fact[]
  edits: Edits
}
